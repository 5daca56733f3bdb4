//! Which entities stand together in a picture.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use serde::Deserialize;

use crate::{
    gazetteer::{EntityId, EntityKind, Gazetteer},
    graph::{GraphNode, RelationGraph},
    text::Date,
};

/// Groups of a graph's nodes that a picture draws together, each under a label: by region of the world, by alliance, or by
/// whatever a function says.
///
/// ```
/// use geopol::{Clusters, Dot, Extractor, RelationGraph};
///
/// let mut graph = RelationGraph::new();
/// graph.add(&Extractor::new().extract("Japan and South Korea condemned Mali."));
/// let clusters = Clusters::by_region(&graph);
/// assert_eq!(clusters.label("country:JPN"), Some("Eastern Asia"));
/// let dot = Dot::new(&graph).clusters(clusters).to_string();
/// assert!(dot.contains("label=\"Eastern Asia\""));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clusters {
    labels: BTreeMap<String, String>,
}

/// The sub-region of each state, by its code.
static REGIONS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct File {
        region: Vec<Region>,
    }
    #[derive(Deserialize)]
    struct Region {
        name: String,
        countries: Vec<String>,
    }
    let file: File = toml::from_str(include_str!("../../gazetteers/m49/subregions.toml")).expect("it is tested");
    let of = |region: Region| region.countries.into_iter().map(move |code| (code, region.name.clone()));
    file.region.into_iter().flat_map(of).collect()
});

impl Clusters {
    /// Groups nodes by a function: those for which it gives the same label stand together, those for which it gives none stand
    /// outside.
    #[must_use]
    pub fn by<L: Into<String>>(graph: &RelationGraph, label: impl Fn(&GraphNode) -> Option<L>) -> Self {
        let labelled = graph.nodes().filter_map(|node| Some((node.id().to_owned(), label(node)?.into())));
        Self { labels: labelled.collect() }
    }

    /// Groups states by the sub-region of the United Nations' M49 in which they lie, such as "Eastern Asia"; persons,
    /// institutions and places stand with the state for which they act.
    #[must_use]
    pub fn by_region(graph: &RelationGraph) -> Self {
        Self::by(graph, |node| REGIONS.get(state_of(node)?.strip_prefix("country:")?).map(String::as_str))
    }

    /// Groups states by the alliances that are nodes of the graph, each with its members as of the last date of which the graph
    /// tells; persons, institutions and places stand with the state for which they act.
    ///
    /// A state of several alliances stands with the smallest, which tells most. Organisations of more than half of the world's
    /// states tell nothing and are passed over; [`by_alliances`](Self::by_alliances) takes them too.
    #[must_use]
    pub fn by_alliance(graph: &RelationGraph, gazetteer: &Gazetteer) -> Self {
        let date = graph.edges().filter_map(|edge| edge.last_date()).max();
        let named = graph.nodes().filter(|node| node.kind() == EntityKind::Alliance);
        let mut bodies: Vec<(usize, EntityId)> = named
            .filter_map(|node| gazetteer.find(node.id()))
            .map(|body| (gazetteer.members(body, date).count(), body))
            .filter(|&(members, _)| (1..=REGIONS.len() / 3).contains(&members))
            .collect();
        bodies.sort_unstable();
        Self::of_bodies(graph, gazetteer, bodies.into_iter().map(|(_, body)| body), date)
    }

    /// Groups states by these alliances, given by their ids, whether they are nodes of the graph or not; a state of several
    /// stands with the first. Ids that the gazetteer does not know group nothing.
    #[must_use]
    pub fn by_alliances<'a>(
        graph: &RelationGraph,
        gazetteer: &Gazetteer,
        ids: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let date = graph.edges().filter_map(|edge| edge.last_date()).max();
        Self::of_bodies(graph, gazetteer, ids.into_iter().filter_map(|id| gazetteer.find(id)), date)
    }

    fn of_bodies(
        graph: &RelationGraph,
        gazetteer: &Gazetteer,
        bodies: impl Iterator<Item = EntityId>,
        date: Option<Date>,
    ) -> Self {
        let mut body_of: HashMap<&str, &str> = HashMap::new();
        for body in bodies {
            let Some(entity) = gazetteer.entity(body) else { continue };
            let members = gazetteer.members(body, date).filter_map(|member| gazetteer.entity(member));
            for id in members.map(|member| member.id()).chain([entity.id()]) {
                body_of.entry(id).or_insert(entity.name());
            }
        }
        let mut clusters = Self::by(graph, |node| {
            body_of.get(node.id()).or_else(|| body_of.get(state_of(node)?)).map(|label| (*label).to_owned())
        });
        // one alone is no group
        let mut sizes: HashMap<String, usize> = HashMap::new();
        for label in clusters.labels.values() {
            *sizes.entry(label.clone()).or_default() += 1;
        }
        clusters.labels.retain(|_, label| sizes[label] > 1);
        clusters
    }

    /// The label of the group in which the entity with this id stands.
    #[must_use]
    pub fn label(&self, id: &str) -> Option<&str> {
        self.labels.get(id).map(String::as_str)
    }

    /// Whether nobody stands in a group.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }
}

/// The entity, or for whom it acts most often.
fn state_of(node: &GraphNode) -> Option<&str> {
    match node.kind() {
        EntityKind::Country | EntityKind::Alliance => Some(node.id()),
        _ => node.acting_for().max_by_key(|(_, times)| *times).map(|(actor, _)| actor.id()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{extractor::Extractor, input::Document};

    #[test]
    fn every_state_lies_in_one_region() {
        let gazetteer = Gazetteer::embedded();
        let states = gazetteer.entities().iter().filter(|entity| entity.kind() == EntityKind::Country);
        let codes: Vec<&str> = states.filter_map(|entity| entity.id().strip_prefix("country:")).collect();
        for code in &codes {
            assert!(REGIONS.contains_key(*code), "{code}");
        }
        assert_eq!(REGIONS.len(), codes.len());
        let listed =
            include_str!("../../gazetteers/m49/subregions.toml").lines().filter(|line| line.starts_with("  \""));
        let listed = listed.flat_map(|line| line.split(',')).filter(|code| code.trim().len() == 5).count();
        assert_eq!(listed, codes.len(), "none lies in two");
    }

    fn graph(date: &str, text: &str) -> RelationGraph {
        let mut graph = RelationGraph::new();
        graph.add(&Extractor::new().extract(Document::new(text).with_date(date.parse::<Date>().ok())));
        graph
    }

    #[test]
    fn members_stand_with_their_alliance_as_of_the_date() {
        let text =
            "The UN, NATO, AUKUS and China condemned Finland, Poland, Australia and Prime Minister Fumio Kishida.";
        let gazetteer = Gazetteer::embedded();
        let before = Clusters::by_alliance(&graph("2022-06-01", text), &gazetteer);
        assert_eq!(before.label("country:AUS"), Some("AUKUS"));
        assert_eq!(before.label("country:POL"), before.label("alliance:NATO"));
        assert!(before.label("country:POL").is_some() && before.label("country:FIN").is_none());
        assert_eq!((before.label("country:CHN"), before.label("alliance:UN")), (None, None));
        let graph = graph("2024-06-01", text);
        let after = Clusters::by_alliance(&graph, &gazetteer);
        assert_eq!(after.label("country:FIN"), after.label("alliance:NATO"));
        let own = Clusters::by_alliances(&graph, &gazetteer, ["alliance:APEC", "alliance:NATO", "alliance:none"]);
        assert_eq!(own.label("country:AUS"), own.label("country:CHN"));
        assert_eq!(own.label("leader:fumio-kishida"), own.label("country:CHN"));
        assert!(own.label("country:CHN").is_some());
    }

    #[test]
    fn persons_stand_in_the_region_of_their_state() {
        let text = "Prime Minister Fumio Kishida met Emmanuel Macron.";
        let clusters = Clusters::by_region(&graph("2024-04-10", text));
        assert_eq!(clusters.label("leader:fumio-kishida"), Some("Eastern Asia"));
        assert_eq!(clusters.label("leader:emmanuel-macron"), Some("Western Europe"));
        assert!(Clusters::by_region(&RelationGraph::new()).is_empty());
    }
}
