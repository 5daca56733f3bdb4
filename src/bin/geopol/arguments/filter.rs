use clap::{Args, ValueEnum};
use geopol::{Date, EntityKind, GraphFilter, Modality, Polarity, Predicate, QuadClass, RelationClass};

use super::vocabulary::{classes, confidence, kinds, modalities, polarities, predicates, quads};
use crate::failure::Failure;

/// What is kept of a graph.
#[derive(Args)]
#[command(next_help_heading = "What is kept")]
pub(crate) struct FilterArguments {
    /// Keeps edges reported at least so many times; copies of one report count once
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_count: usize,
    /// Keeps statements at least so sure, 0 to 1
    #[arg(long, value_name = "C", default_value_t = 0.0, value_parser = confidence)]
    min_confidence: f32,
    /// Keeps edges with this predicate; repeatable
    #[arg(long, value_parser = predicates())]
    predicate: Vec<Predicate>,
    /// Keeps edges of this class; repeatable
    #[arg(long, ignore_case = true, value_parser = classes())]
    class: Vec<RelationClass>,
    /// Keeps edges of this quad class; repeatable
    #[arg(long, value_parser = quads())]
    quad: Vec<QuadClass>,
    /// Keeps edges of this entity, by id or canonical name; repeatable
    #[arg(long, value_name = "ID|NAME")]
    entity: Vec<String>,
    /// Keeps what this entity does; repeatable
    #[arg(long, value_name = "ID|NAME")]
    source: Vec<String>,
    /// Keeps what is done to this entity; repeatable
    #[arg(long, value_name = "ID|NAME")]
    target: Vec<String>,
    /// Keeps edges between entities of this kind; repeatable
    #[arg(long, value_parser = kinds())]
    kind: Vec<EntityKind>,
    /// Keeps edges of this polarity
    #[arg(long, value_parser = polarities())]
    polarity: Option<Polarity>,
    /// Keeps statements of this modality; repeatable
    #[arg(long, value_parser = modalities())]
    modality: Vec<Modality>,
    /// Keeps statements of this date (YYYY, YYYY-MM or YYYY-MM-DD) or later
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    /// Keeps statements of this date or earlier
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    /// Entities as they are named
    Named,
    /// States and alliances
    Actor,
}

impl FilterArguments {
    /// The filter; names of entities become ids.
    pub(crate) fn filter(&self, id: impl Fn(&str) -> Result<String, Failure>) -> Result<GraphFilter, Failure> {
        let mut filter = GraphFilter::new();
        filter.min_count(self.min_count).min_confidence(self.min_confidence).polarity(self.polarity);
        filter.since(self.since).until(self.until);
        for &predicate in &self.predicate {
            filter.predicate(predicate);
        }
        for &class in &self.class {
            filter.class(class);
        }
        for &quad in &self.quad {
            filter.quad(quad);
        }
        for &kind in &self.kind {
            filter.kind(kind);
        }
        for &modality in &self.modality {
            filter.modality(modality);
        }
        for name in &self.entity {
            filter.entity(id(name)?);
        }
        for name in &self.source {
            filter.source(id(name)?);
        }
        for name in &self.target {
            filter.target(id(name)?);
        }
        Ok(filter)
    }
}
