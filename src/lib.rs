//! Reads news and says who did what to whom among states.
//!
//! [`Extractor`] is the one type to begin with: it holds the names and the rules, and reads one text after another. What it
//! finds in a text is an [`Extraction`]: entities, their mentions, the offices that the text states, and the relations.
//! Extractions add up to a [`RelationGraph`].
//!
//! ```
//! use geopol::{Date, Document, Extractor};
//!
//! let extractor = Extractor::new();
//! let date: Date = "2024-04-10".parse()?;
//! let text = "Tokyo has not joined AUKUS. Prime Minister Fumio Kishida met Mr Biden, who praised him.";
//! let extraction = extractor.extract(Document::new(text).with_date(date));
//!
//! let said: Vec<String> = extraction
//!     .relations()
//!     .iter()
//!     .map(|r| format!("{} {} {}, {}", extraction.source(r).id(), r.predicate(), extraction.target(r).id(), r.polarity()))
//!     .collect();
//! assert!(said.contains(&"country:JPN joins alliance:AUKUS, negated".to_owned()));
//! assert!(said.contains(&"leader:fumio-kishida meets leader:joe-biden, affirmed".to_owned()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # A tour
//!
//! A text goes through six stages. Each works on what the one before gives, and what each gives can be had by itself.
//!
//! | stage | gives | reached by |
//! | --- | --- | --- |
//! | text | a [`Document`]: text, id, [`Date`] | [`Document::new`] |
//! | mentions | [`Mention`]s of entities of the [`Gazetteer`], by name, office or noun ("the bloc"), and [`Office`]s | [`Extraction::mentions`], [`Extraction::offices`] |
//! | sentences | [`Span`]s of the text | [`Sentences`], [`Extraction::sentence`] |
//! | relations | [`Relation`]s: [`Predicate`], [`Polarity`], [`Modality`], attribution, confidence, evidence | [`Extraction::relations`] |
//! | graph | a [`RelationGraph`]: an edge for each source, predicate, target and polarity, with all [`Evidence`] | [`RelationGraph::add`], [`RelationGraph::filter`], [`RelationGraph::by_actor`] |
//! | questions | ego networks, ways, activity, dyads, blocs, timelines | [`RelationGraph::ego`], [`RelationGraph::paths`], [`RelationGraph::activity`], [`RelationGraph::dyads`], [`RelationGraph::blocs`], [`RelationGraph::timeline`] |
//! | export | files for people and for other tools | [below](#exports) |
//!
//! **Names.** The [`Gazetteer`] knows entities with their names, offices and memberships, each with its dates. It can be asked
//! without any text:
//!
//! ```
//! use geopol::{Date, Gazetteer};
//!
//! let gazetteer = Gazetteer::embedded();
//! let (nato, finland) = (gazetteer.find("alliance:NATO").unwrap(), gazetteer.find("country:FIN").unwrap());
//! assert!(!gazetteer.is_member(finland, nato, Date::from_ymd(2022, 6, 1)));
//! assert!(gazetteer.is_member(finland, nato, Date::from_ymd(2024, 6, 1)));
//! ```
//!
//! **Mentions and sentences.** All offsets are bytes of the text as it was given; [`Span::of`] cuts the words out. A mention says
//! who it is, in which [`Form`], and for which state the entity acts on the text's date:
//!
//! ```
//! use geopol::{Document, Extractor, Form, Sentences};
//!
//! let text = "Mr. Putin met Xi Jinping. The Kremlin spokesman, Dmitry Peskov, praised the meeting.";
//! let extraction = Extractor::new().extract(text);
//! let peskov = extraction.mentions().iter().find(|m| m.span().of(text) == "Dmitry Peskov").unwrap();
//! assert_eq!(peskov.form(), Form::Name);
//! assert_eq!(extraction.entity(peskov.entity()).id(), "leader:dmitry-peskov");
//! assert_eq!(Sentences::new(text).count(), 2);
//! ```
//!
//! **Relations.** Each names the [rule](Extraction::rule) that found it, its [trigger](Relation::trigger) and its
//! [sentence](Extraction::sentence). [`Extractor::explain`] shows how the sentence was read.
//!
//! **Graphs.** A graph owns its strings, so that texts can go while it grows; graphs of several threads are
//! [merged](RelationGraph::merge).
//!
//! ```
//! use geopol::{Document, Dot, Extractor, GraphFilter, RelationGraph};
//!
//! let extractor = Extractor::new();
//! let mut graph = RelationGraph::new();
//! for (id, text) in [("a", "China condemned AUKUS."), ("b", "Beijing denounced AUKUS. Japan met China.")] {
//!     graph.add(&extractor.extract(Document::new(text).with_id(id)));
//! }
//! let repeated = graph.filter(GraphFilter::new().min_count(2));
//! let edge = repeated.edges().next().unwrap();
//! assert_eq!((edge.source().id(), edge.count()), ("country:CHN", 2));
//!
//! let mut dot = Vec::new();
//! Dot::new(&repeated).title("Who condemns whom").write(&mut dot)?;
//! assert!(String::from_utf8(dot)?.contains(r#""country:CHN" -> "alliance:AUKUS""#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Corpora.** [`Extractor::extract_all`] reads an iterator of documents, with the feature `rayon` on all cores, and gives what is made
//! of each in their order. Only so many documents are in memory as the threads need, whatever the length of the corpus; a document that
//! cannot be read is an error in its place, and the others go on.
//!
//! ```no_run
//! use std::{fs, io};
//!
//! use geopol::{Extractor, OwnedDocument};
//!
//! let paths = fs::read_dir("news")?;
//! let documents = paths.map(|path| Ok::<_, io::Error>(OwnedDocument::new(fs::read_to_string(path?.path())?)));
//! for count in Extractor::new().extract_all(documents, |extraction| extraction.relations().len()) {
//!     match count {
//!         Ok(count) => println!("{count} relations"),
//!         Err(error) => eprintln!("{error}"),
//!     }
//! }
//! # Ok::<(), io::Error>(())
//! ```
//!
//! # Exports
//!
//! Each format is a type: made of a graph or an extraction, told by its methods how it shall be, and written to whatever is
//! [`io::Write`](std::io::Write). What comes from texts can do no harm in any of them.
//!
//! | what | type | feature | for |
//! | --- | --- | --- | --- |
//! | a graph as text | `Display` of [`RelationGraph`] and [`GraphEdge`] | | people |
//! | a graph in DOT, with [`Clusters`] | [`Dot`] | | Graphviz |
//! | a graph as a picture | `GraphSvg` | `svg` | browsers, documents |
//! | its reports by date, as a picture | `TimelineSvg` | `svg` | the same |
//! | a graph as a page | `GraphHtml` | `html` | browsers |
//! | a graph with all its evidence | `GraphJson`, `read_graph_json` | `json` | this library, NetworkX, D3 |
//! | a graph | `CytoscapeJson` | `json` | Cytoscape |
//! | a graph | `GraphMl`, `Gexf` | `xml` | Gephi, yEd, Cytoscape, NetworkX, igraph |
//! | tables of nodes and of edges | `GraphTables` | `csv` | spreadsheets, R |
//! | an extraction as text | `Display` of [`Extraction`] | | people |
//! | an extraction as a page | `DocumentHtml` | `html` | browsers |
//! | an extraction as a record | `DocumentRecord` | `json` | programs, by serde |
//! | an extraction's events, an event a row | `Events` | `json`, `csv` | political science |
//!
//! # Names and rules of one's own
//!
//! [`Extractor::builder`] takes gazetteer files and relation files, or their texts, beside the embedded ones or instead of
//! them. Every fault in them is an [`Error`] that names file, line, entry and reason. Their formats are described in
//! `gazetteers/README.md` and `patterns/README.md` of the sources. A relation file carries its tests, which
//! [`test_pattern_file`] runs.
//!
//! # What can fail
//!
//! Reading a file of one's own can. Reading a text cannot: every text has an extraction, though it may be empty, and the
//! time for it grows with the length of the text alone.
//!
//! # Features
//!
//! - `json` (by default): graphs and documents as JSON; adds `serde_json`.
//! - `html`: a graph or a document as a page (`GraphHtml`, `DocumentHtml`); 100 kB, most of it D3's modules.
//! - `svg`: a graph and its timeline as pictures without Graphviz (`GraphSvg`, `TimelineSvg`); adds `layout-rs`.
//! - `xml`: graphs as GraphML and GEXF (`GraphMl`, `Gexf`); adds `quick-xml`.
//! - `csv`: tables of nodes, edges and events (`GraphTables`, `Events`); adds `csv`.
//! - `import`: `Importer` makes gazetteer files of PETRARCH's dictionaries, Wikidata's query results and CSV tables; adds `csv`
//!   and `toml_writer`.
//! - `rayon`: [`Extractor::extract_all`] on all cores; adds `rayon`. Without it the same call works on one.
//! - `cli`: the command `geopol`; adds `clap`, its generators, `flate2`, `ruzstd`, `indicatif`, and all of the above. Of no use to
//!   programs.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod corpus;
#[cfg(test)]
mod data_files;
mod eight;
mod error;
mod explanation;
mod export;
mod extraction;
mod extractor;
mod gazetteer;
mod graph;
#[cfg(feature = "import")]
mod import;
mod input;
mod mention;
mod packed_numbers;
mod pattern_test;
mod quick_map;
mod relation;
mod scratch;
mod source;
mod steps;
mod text;
mod word_table;

pub use corpus::{ExtractAll, Progress};
pub use error::{Error, ErrorKind, Position};
#[cfg(feature = "json")]
pub use export::CytoscapeJson;
#[cfg(feature = "csv")]
pub use export::GraphTables;
pub use export::{Clusters, Dot, RankDirection};
#[cfg(feature = "html")]
pub use export::{DocumentHtml, GraphHtml};
#[cfg(feature = "json")]
pub use export::{
    DocumentRecord, EdgeListName, EntityRecord, GraphJson, MentionRecord, OffsetUnit, RelationRecord, SentenceRecord,
    TriggerRecord, read_graph_json,
};
#[cfg(any(feature = "csv", feature = "json"))]
pub use export::{EventScope, Events};
#[cfg(feature = "xml")]
pub use export::{Gexf, GraphMl};
#[cfg(feature = "svg")]
pub use export::{GraphSvg, TimelineSvg};
pub use extraction::Extraction;
pub use extractor::{Extractor, ExtractorBuilder};
pub use gazetteer::{
    Entity, EntityId, EntityKind, Gazetteer, GazetteerBuilder, GazetteerCounts, GazetteerFile, KindCounts, Membership,
    MembershipRole, Name, NameKind, OfficeKind, Post, Role, RoleId, RoleScope, Tenure,
};
pub use graph::{
    Activity, Blocs, Dyad, DyadChange, Evidence, GraphEdge, GraphEntity, GraphFilter, GraphNode, GraphPath,
    Participant, RelationGraph, Step, Tally, TimelineEntry,
};
#[cfg(feature = "import")]
pub use import::{ImportFault, ImportFaultKind, ImportFormat, Imported, Importer};
pub use input::{AsDocument, Document, OwnedDocument};
pub use mention::{Form, Mention, Mentions, Office, Reason, Refusal, RefusedName};
pub use pattern_test::{PatternTestFailure, PatternTestReport, test_pattern_file, test_pattern_str};
pub use relation::{Modality, Polarity, Predicate, QuadClass, Relation, RelationClass, RuleId, Signals};
pub use scratch::Scratch;
pub use text::{Date, DateError, Sentences, Span};

/// The programs of the README are tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
