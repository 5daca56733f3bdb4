use std::{collections::HashMap, io::Read};

use super::record::{EvidenceRow, File, Side, Words};
use crate::{
    error::{Error, ErrorKind},
    export::offsets::{OffsetUnit, byte_span},
    graph::{Evidence, GraphEntity, Participant, RelationGraph},
    text::Span,
};

/// Reads a graph that [`GraphJson`](crate::GraphJson) wrote.
///
/// Whatever follows from the evidence (counts, dates, modality) is reckoned anew.
///
/// ```
/// use geopol::{Extractor, GraphJson, RelationGraph, read_graph_json};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("China condemned AUKUS."));
/// let mut json = Vec::new();
/// GraphJson::new(&graph).write(&mut json)?;
/// assert_eq!(read_graph_json(json.as_slice())?.to_string(), graph.to_string());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// When the reader fails, or what it reads is no such graph.
pub fn read_graph_json<R: Read>(mut reader: R) -> Result<RelationGraph, Error> {
    let mut text = String::new();
    reader.read_to_string(&mut text).map_err(|error| Error::new(ErrorKind::Io { error }))?;
    let file: File = serde_json::from_str(&text).map_err(|error| Error::invalid(format!("no graph: {error}")))?;
    let entities = file.graph.entities.into_iter().map(|e| (e.id, e.kind, e.name));
    let nodes = file.nodes.iter().map(|n| (n.id.clone(), n.kind, n.name.clone()));
    let known = entities.chain(nodes).map(|(id, kind, name)| (id.to_string(), GraphEntity::new(id, kind, name)));
    let reader = Reader { entities: known.collect(), offsets: file.graph.offsets };
    let mut graph = RelationGraph::new();
    for node in &file.nodes {
        let entity = reader.entity(&node.id)?;
        let mut own = node.mentions;
        for (actor, &times) in &node.acting_for {
            graph.mention(entity.clone(), Some(reader.entity(actor)?), times);
            own = own.saturating_sub(times);
        }
        graph.mention(entity, None, own);
    }
    for edge in file.edges {
        let (source, target) = (reader.entity(&edge.source)?, reader.entity(&edge.target)?);
        for row in edge.evidence {
            let evidence = reader.evidence(row)?;
            graph.add_between(source.clone(), edge.predicate, target.clone(), edge.polarity, evidence);
        }
    }
    Ok(graph)
}

struct Reader {
    entities: HashMap<String, GraphEntity>,
    offsets: OffsetUnit,
}

impl Reader {
    fn entity(&self, id: &str) -> Result<GraphEntity, Error> {
        let known = self.entities.get(id).cloned();
        known.ok_or_else(|| Error::invalid(format!("{id:?} is neither a node nor in the list of entities")))
    }

    fn evidence(&self, row: EvidenceRow<'_>) -> Result<Evidence, Error> {
        let sentence = &row.sentence;
        let source = self.participant(&row.source, sentence)?;
        let target = self.participant(&row.target, sentence)?;
        let speaker = row.attribution.as_deref().map(|id| self.entity(id)).transpose()?;
        let mut evidence = Evidence::new(source, target, &**sentence)
            .with_date(row.date)
            .with_sentence_index(row.sentence_index)
            .with_trigger(self.span(row.trigger.as_ref(), sentence)?)
            .with_modality(row.modality)
            .with_attribution(speaker)
            .with_confidence(row.confidence);
        if let Some(document) = row.document {
            evidence = evidence.with_document(&*document);
        }
        if let Some(rule) = row.rule {
            evidence = evidence.with_rule(&*rule);
        }
        Ok(evidence)
    }

    fn participant(&self, side: &Side<'_>, sentence: &str) -> Result<Participant, Error> {
        let actor = side.actor.as_deref().map(|id| self.entity(id)).transpose()?;
        let span = self.span(side.mention.as_ref(), sentence)?;
        Ok(Participant::new(self.entity(&side.entity)?).with_actor(actor).with_span(span))
    }

    fn span(&self, words: Option<&Words<'_>>, sentence: &str) -> Result<Option<Span>, Error> {
        let Some(words) = words else { return Ok(None) };
        match byte_span(sentence, self.offsets, words.start, words.end) {
            Some(span) => Ok(Some(span)),
            None => {
                Err(Error::invalid(format!("{} to {} is no part of the sentence {sentence:?}", words.start, words.end)))
            }
        }
    }
}
