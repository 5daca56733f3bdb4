use std::{path::Path, sync::Arc};

use crate::{
    error::Error,
    explanation,
    extraction::{Extraction, FoundParts},
    gazetteer::{Gazetteer, GazetteerBuilder},
    input::Document,
    mention::{self, MentionFinder, Mentions, RefusedName},
    relation::{Grammar, Readings, RelationFinder},
    scratch::{Pool, Scratch},
    source::Source,
    text::{Sentences, Span},
};

/// Finds entities and relations in texts.
///
/// # Cost
///
/// Building one takes some ten milliseconds; with rules of one's own, which are compiled together with the embedded ones,
/// some fifty more. Automata of names are made when a text first asks for them, so that the first texts cost more than
/// later ones. Keep it: a clone is cheap and shares everything. Extraction is linear in the text's length, and cannot
/// fail because of the text.
///
/// ```
/// use geopol::{Extractor, Predicate};
///
/// let extractor = Extractor::new();
/// let extraction = extractor.extract("China condemned AUKUS on Tuesday.");
/// let relation = &extraction.relations()[0];
/// assert_eq!(extraction.source(relation).id(), "country:CHN");
/// assert_eq!(relation.predicate(), Predicate::Condemns);
/// assert_eq!(extraction.target(relation).id(), "alliance:AUKUS");
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    gazetteer: Arc<Gazetteer>,
    mentions: Arc<MentionFinder>,
    grammar: Arc<Grammar>,
    min_confidence: f32,
    pool: Arc<Pool>,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// An extractor with the embedded gazetteer and rules.
    ///
    /// # Panics
    ///
    /// Never: the embedded files are checked when the library is built and tested.
    #[must_use]
    pub fn new() -> Self {
        Self::builder().build().expect("the embedded files have no fault")
    }

    /// Starts an extractor with files of one's own.
    #[must_use]
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// The gazetteer that it uses.
    #[must_use]
    pub fn gazetteer(&self) -> &Arc<Gazetteer> {
        &self.gazetteer
    }

    /// Entities, mentions and relations of one document.
    ///
    /// A plain `&str` is a document without date: office-holders of all times match, the latest preferred.
    #[must_use]
    pub fn extract<'t>(&self, document: impl Into<Document<'t>>) -> Extraction<'t> {
        let mut scratch = self.pool.take();
        let extraction = self.extract_with(document, &mut scratch);
        self.pool.put(scratch);
        extraction
    }

    /// The same with memory of one's own, which the next call reuses.
    ///
    /// A document in which neither a relation nor an office is found takes no memory beyond that once the scratch has grown
    /// to its size and the extractions before it were [given back](Scratch::reclaim); one whose sentences are very long, or
    /// name very many, may.
    #[must_use]
    pub fn extract_with<'t>(&self, document: impl Into<Document<'t>>, scratch: &mut Scratch) -> Extraction<'t> {
        let document = document.into();
        let (text, date) = (document.text(), document.date());
        let mut sentences = Sentences::with_memory(text, std::mem::take(&mut scratch.sentences));
        let FoundParts { mut mentions, sentences: mut named, mut relations } = std::mem::take(&mut scratch.parts);
        self.mentions.find(text, date, &mut sentences, &mut scratch.mentions, &mut mentions);
        let mut finder = RelationFinder::new(&self.gazetteer, &self.grammar, &mut scratch.readings);
        finder.find(text, &mentions, &mut sentences, &mut named, &mut relations);
        scratch.sentences = sentences.into_memory();
        relations.retain(|r| r.confidence() >= self.min_confidence);
        let parts = FoundParts { mentions, sentences: named, relations };
        Extraction::new(document, self.gazetteer.clone(), self.grammar.clone(), parts)
    }

    /// Where names of the gazetteer stand in a text, in order, whoever they denote there and whether they denote anybody.
    ///
    /// The longest name from each word, as whole words, in any case where the text's case says nothing; decoys are among them.
    /// This is the quickest look at a text: one without any name has no mentions and no relations.
    ///
    /// ```
    /// use geopol::Extractor;
    ///
    /// let text = "The Washington Post wrote about South Korea and JAPAN.";
    /// let names = Extractor::new().names(text);
    /// let names: Vec<&str> = names.iter().map(|span| span.of(text)).collect();
    /// assert_eq!(names, ["Washington Post", "South Korea", "JAPAN"]);
    /// ```
    #[must_use]
    pub fn names(&self, text: &str) -> Vec<Span> {
        self.mentions.names(text)
    }

    /// Entities and mentions of one document, and the offices that it states, without its relations.
    ///
    /// Of what [`extract`](Self::extract) does, this is the part for those who only ask who is named.
    ///
    /// ```
    /// use geopol::Extractor;
    ///
    /// let extraction = Extractor::new().mentions("China condemned AUKUS on Tuesday.");
    /// let ids: Vec<&str> = extraction.entities().map(|(_, entity)| entity.id()).collect();
    /// assert_eq!(ids, ["country:CHN", "alliance:AUKUS"]);
    /// assert!(extraction.relations().is_empty());
    /// ```
    #[must_use]
    pub fn mentions<'t>(&self, document: impl Into<Document<'t>>) -> Extraction<'t> {
        let document = document.into();
        let mut sentences = Sentences::new(document.text());
        let mut scratch = self.pool.take();
        let mut parts = FoundParts::default();
        let (text, date) = (document.text(), document.date());
        self.mentions.find(text, date, &mut sentences, &mut scratch.mentions, &mut parts.mentions);
        self.pool.put(scratch);
        for mention in parts.mentions.mentions() {
            if let Some(index) = sentences.index_at(mention.span().start)
                && parts.sentences.last().is_none_or(|(last, _)| *last < index)
            {
                parts.sentences.push((index, sentences.at(mention.span().start)));
            }
        }
        Extraction::new(document, self.gazetteer.clone(), self.grammar.clone(), parts)
    }

    /// How a document was read: who is named and why; of each sentence that names somebody the words with their classes, the
    /// clauses with subjects, objects and moods, what rules told by that, and which rules had their trigger and told nothing,
    /// with what they lacked.
    ///
    /// For people who write rules; the form of the text may change.
    ///
    /// ```
    /// use geopol::Extractor;
    ///
    /// let reading = Extractor::new().explain("AUKUS was condemned by China.");
    /// assert!(reading.contains("AUKUS                    alliance:AUKUS, acronym: nothing else bears the name"), "{reading}");
    /// assert!(reading.contains("passive affirmed actual, subject [AUKUS], by [China]"), "{reading}");
    /// assert!(reading.contains("told by \"condemned\": China condemns AUKUS"), "{reading}");
    ///
    /// let reading = Extractor::new().explain("China condemned the film about AUKUS.");
    /// assert!(reading.contains("not told by \"condemned\", nobody on the target's side"), "{reading}");
    /// ```
    #[must_use]
    pub fn explain<'t>(&self, document: impl Into<Document<'t>>) -> String {
        let document = document.into();
        let text = document.text();
        let mut sentences = Sentences::new(text);
        let mut found = Mentions::default();
        self.mentions.find(text, document.date(), &mut sentences, &mut mention::Scratch::default(), &mut found);
        let mut readings = Readings::default();
        let mut finder = RelationFinder::new(&self.gazetteer, &self.grammar, &mut readings);
        let reading = finder.explain(text, &found, &mut sentences);
        self.explain_names(document) + &reading
    }

    /// The first part of [`explain`](Self::explain): who is named where and how, for whom he acts and why he is read so; and
    /// which names of the gazetteer denote nobody.
    #[must_use]
    pub fn explain_names<'t>(&self, document: impl Into<Document<'t>>) -> String {
        let document = document.into();
        explanation::names(&self.extract(document), &self.refused(document))
    }

    /// The names of the gazetteer that stand in the document and denote nobody there, with the reasons.
    ///
    /// Why the others denote whom they denote, each mention knows ([`Mention::reason`](crate::Mention::reason)).
    ///
    /// ```
    /// use geopol::{Extractor, Refusal};
    ///
    /// let refused = Extractor::new().refused("The Washington Post had it first.");
    /// assert_eq!(refused[0].refusal(), Refusal::Decoy);
    /// let refused = Extractor::new().refused("He was born in Chile, Ohio.");
    /// assert_eq!(refused[0].refusal(), Refusal::Town);
    /// ```
    #[must_use]
    pub fn refused<'t>(&self, document: impl Into<Document<'t>>) -> Vec<RefusedName> {
        let document = document.into();
        self.mentions.refused(document.text(), document.date())
    }
}

/// Makes an [`Extractor`] of the embedded data and files of one's own.
///
/// ```
/// use geopol::Extractor;
///
/// let extractor = Extractor::builder()
///     .gazetteer_str("mine.toml", "[[entity]]\nid = \"group:black-hand\"\nname = \"Black Hand\"")
///     .min_confidence(0.5)
///     .build()?;
/// assert_eq!(extractor.extract("The Black Hand met in Belgrade.").mentions().len(), 2);
/// # Ok::<(), geopol::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct ExtractorBuilder {
    gazetteer: GazetteerBuilder,
    own_gazetteer: bool,
    patterns: Vec<Source>,
    default_patterns: bool,
    min_confidence: f32,
}

impl Default for ExtractorBuilder {
    fn default() -> Self {
        Self {
            gazetteer: Gazetteer::builder(),
            own_gazetteer: false,
            patterns: Vec::new(),
            default_patterns: true,
            min_confidence: 0.0,
        }
    }
}

impl ExtractorBuilder {
    /// Adds a gazetteer file, read when the extractor is built.
    pub fn gazetteer_file(&mut self, path: impl AsRef<Path>) -> &mut Self {
        self.gazetteer.add_file(path);
        self.own_gazetteer = true;
        self
    }

    /// Adds the text of a gazetteer file; `name` is what errors call it.
    pub fn gazetteer_str(&mut self, name: impl Into<String>, text: impl Into<String>) -> &mut Self {
        self.gazetteer.add_str(name, text);
        self.own_gazetteer = true;
        self
    }

    /// Leaves the embedded gazetteer out.
    pub fn without_default_gazetteer(&mut self) -> &mut Self {
        self.gazetteer.without_embedded();
        self.own_gazetteer = true;
        self
    }

    /// Adds a relation file, read when the extractor is built; its rules come before the embedded ones.
    pub fn pattern_file(&mut self, path: impl AsRef<Path>) -> &mut Self {
        self.patterns.push(Source::path(path));
        self
    }

    /// Adds the text of a relation file; `name` is what errors call it.
    pub fn pattern_str(&mut self, name: impl Into<String>, text: impl Into<String>) -> &mut Self {
        self.patterns.push(Source::text(name, text));
        self
    }

    /// Leaves the embedded relation rules out; the language's words stay.
    pub fn without_default_patterns(&mut self) -> &mut Self {
        self.default_patterns = false;
        self
    }

    /// Gives only relations at least so sure, 0 to 1; 0 by default.
    pub fn min_confidence(&mut self, least: f32) -> &mut Self {
        self.min_confidence = least;
        self
    }

    /// Builds the extractor.
    ///
    /// # Errors
    ///
    /// When a file cannot be read or has a fault; the error names file, line and reason, and nothing is half-loaded.
    pub fn build(&self) -> Result<Extractor, Error> {
        let gazetteer = if self.own_gazetteer { Arc::new(self.gazetteer.build()?) } else { Gazetteer::embedded() };
        let grammar = if self.patterns.is_empty() && self.default_patterns {
            Grammar::embedded()
        } else {
            let files = self.patterns.iter().map(Source::load).collect::<Result<Vec<_>, _>>()?;
            Arc::new(Grammar::with(&files, self.default_patterns)?)
        };
        let mentions = Arc::new(MentionFinder::new(gazetteer.clone())?);
        let pool = Arc::new(Pool::default());
        Ok(Extractor { gazetteer, mentions, grammar, min_confidence: self.min_confidence, pool })
    }
}
