use std::collections::BTreeMap;

use crate::graph::{GraphNode, RelationGraph};

/// A graph's entities parted into blocs, friends within and foes between, with what does not fit.
///
/// Two entities are friends where the sum of their reports on Goldstein's scale is positive, foes where it is negative. After the
/// theory of structural balance (F. Heider 1946; D. Cartwright and F. Harary 1956), a triangle with one foe-tie or three is
/// unbalanced: the foe of a friend, say. A graph that is wholly balanced falls into blocs without foes inside and without
/// friends across; else the parting is sought that has the least weight of ties that do not fit, by moving one entity after
/// another and joining blocs as long as either helps (P. Doreian and A. Mrvar, "A partitioning approach to structural balance",
/// 1996). What is found need not be the best parting of all, but it is the same for the same graph.
#[derive(Clone, Debug)]
pub struct Blocs<'g> {
    members: Vec<Vec<&'g GraphNode>>,
    balanced: usize,
    unbalanced: Vec<[&'g GraphNode; 3]>,
    misfits: Vec<(&'g GraphNode, &'g GraphNode, f64)>,
}

impl<'g> Blocs<'g> {
    /// The blocs, the largest first, their members in the order of their ids. Entities without a tie are in none.
    #[must_use]
    pub fn members(&self) -> &[Vec<&'g GraphNode>] {
        &self.members
    }

    /// How many triangles are balanced.
    #[must_use]
    pub const fn balanced(&self) -> usize {
        self.balanced
    }

    /// The triangles that are not.
    #[must_use]
    pub fn unbalanced(&self) -> &[[&'g GraphNode; 3]] {
        &self.unbalanced
    }

    /// Ties that do not fit, foes in a bloc and friends across, with their sums on Goldstein's scale; the weightiest first.
    #[must_use]
    pub fn misfits(&self) -> &[(&'g GraphNode, &'g GraphNode, f64)] {
        &self.misfits
    }
}

/// So many rounds of moves at most.
const ROUNDS: usize = 100;

impl RelationGraph {
    /// Parts the entities into blocs.
    ///
    /// ```
    /// use geopol::{Extractor, RelationGraph};
    ///
    /// let mut graph = RelationGraph::new();
    /// graph.add(&Extractor::new().extract("France aided Ukraine. Russia attacked Ukraine. France condemned Russia. China aided Russia."));
    /// let blocs = graph.blocs();
    /// let names: Vec<Vec<&str>> = blocs.members().iter().map(|b| b.iter().map(|node| node.name()).collect()).collect();
    /// assert_eq!(names, [["China", "Russia"], ["France", "Ukraine"]]);
    /// assert_eq!((blocs.balanced(), blocs.unbalanced().len()), (1, 0));
    /// ```
    #[must_use]
    pub fn blocs(&self) -> Blocs<'_> {
        let nodes: Vec<&GraphNode> = self.nodes().collect();
        let number: BTreeMap<&str, usize> = nodes.iter().enumerate().map(|(n, node)| (node.id(), n)).collect();
        let mut ties: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); nodes.len()];
        for dyad in self.dyads() {
            let (one, other) = (number[dyad.one().id()], number[dyad.other().id()]);
            let weight = dyad.total().goldstein();
            if weight != 0.0 {
                ties[one].insert(other, weight);
                ties[other].insert(one, weight);
            }
        }
        let bloc = parted(&ties);
        let (balanced, unbalanced) = triangles(&ties);
        let mut members: BTreeMap<usize, Vec<&GraphNode>> = BTreeMap::new();
        for (n, node) in nodes.iter().enumerate().filter(|(n, _)| !ties[*n].is_empty()) {
            members.entry(bloc[n]).or_default().push(node);
        }
        let mut members: Vec<_> = members.into_values().collect();
        members.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one[0].id().cmp(other[0].id())));
        let pairs = ties.iter().enumerate().flat_map(|(n, ties)| ties.range(n + 1..).map(move |(&m, &w)| (n, m, w)));
        let misfit = |&(n, m, weight): &(usize, usize, f64)| (bloc[n] == bloc[m]) == (weight < 0.0);
        let mut misfits: Vec<_> = pairs.filter(misfit).map(|(n, m, weight)| (nodes[n], nodes[m], weight)).collect();
        misfits.sort_by(|one, other| other.2.abs().total_cmp(&one.2.abs()));
        let unbalanced = unbalanced.into_iter().map(|corners| corners.map(|n| nodes[n])).collect();
        Blocs { members, balanced, unbalanced, misfits }
    }
}

/// Each one's bloc: everybody begins in his own; single ones move, and whole blocs join, as long as either helps.
fn parted(ties: &[BTreeMap<usize, f64>]) -> Vec<usize> {
    let mut bloc: Vec<usize> = (0..ties.len()).collect();
    for _ in 0..ROUNDS {
        moved(ties, &mut bloc);
        if !joined(ties, &mut bloc) {
            break;
        }
    }
    bloc
}

/// Joins the two blocs with most friends less foes across, if any have more.
fn joined(ties: &[BTreeMap<usize, f64>], bloc: &mut [usize]) -> bool {
    let mut across: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (n, ties) in ties.iter().enumerate() {
        for (&other, weight) in ties.range(n + 1..).filter(|(other, _)| bloc[**other] != bloc[n]) {
            *across.entry((bloc[n].min(bloc[other]), bloc[n].max(bloc[other]))).or_default() += weight;
        }
    }
    let mut best = (1e-9, None);
    for (pair, weight) in across {
        if weight > best.0 {
            best = (weight, Some(pair));
        }
    }
    let Some((one, other)) = best.1 else { return false };
    for bloc in bloc.iter_mut().filter(|bloc| **bloc == other) {
        *bloc = one;
    }
    true
}

/// Moves each one to where he has most friends less foes.
fn moved(ties: &[BTreeMap<usize, f64>], bloc: &mut [usize]) {
    for _ in 0..ROUNDS {
        let mut moved = false;
        for n in 0..ties.len() {
            let mut pull: BTreeMap<usize, f64> = BTreeMap::new();
            for (&other, weight) in &ties[n] {
                *pull.entry(bloc[other]).or_default() += weight;
            }
            let here = pull.get(&bloc[n]).copied().unwrap_or(0.0);
            // the first of equals, so that the outcome is one
            let mut best = (here, bloc[n]);
            for (&there, &weight) in &pull {
                if weight > best.0 + 1e-9 {
                    best = (weight, there);
                }
            }
            // on his own he has neither
            if best.0 < -1e-9 {
                let used: std::collections::BTreeSet<usize> = bloc.iter().copied().collect();
                let free = (0..).find(|b| !used.contains(b)).expect("there are more numbers than blocs");
                best = (0.0, free);
            }
            moved |= bloc[n] != best.1;
            bloc[n] = best.1;
        }
        if !moved {
            break;
        }
    }
}

fn triangles(ties: &[BTreeMap<usize, f64>]) -> (usize, Vec<[usize; 3]>) {
    let (mut balanced, mut unbalanced) = (0, Vec::new());
    for (one, of_one) in ties.iter().enumerate() {
        for (&two, first) in of_one.range(one + 1..) {
            for (&three, second) in ties[two].range(two + 1..) {
                if let Some(third) = of_one.get(&three) {
                    if first.signum() * second.signum() * third.signum() > 0.0 {
                        balanced += 1;
                    } else {
                        unbalanced.push([one, two, three]);
                    }
                }
            }
        }
    }
    (balanced, unbalanced)
}
