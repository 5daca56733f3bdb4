//! Graphs in the formats that other tools open.

use std::{
    io::{self, Write},
    process::{Command, Stdio},
};

use geopol::{
    Clusters, CytoscapeJson, Dot, EntityKind, Gazetteer, Gexf, GraphHtml, GraphJson, GraphMl, GraphSvg, GraphTables,
    OffsetUnit, RelationGraph,
};

use crate::{
    arguments::{Cluster, Engine, GraphFormat, PictureArguments},
    failure::Failure,
    names::hint,
    output::Output,
};

/// A format, and how it is to look.
pub(crate) struct Picture<'a> {
    pub(crate) format: GraphFormat,
    pub(crate) look: &'a PictureArguments,
    pub(crate) offsets: OffsetUnit,
}

impl Picture<'_> {
    /// Tells what will not work before any work is done.
    pub(crate) fn check(&self, gazetteer: &Gazetteer) -> Result<(), Failure> {
        if !self.look.cluster.is_empty() && self.format != GraphFormat::Dot && !self.by_graphviz() {
            return Err(Failure::Usage(
                "--cluster frames nodes in dot, and in svg that Graphviz draws (--format svg --engine dot)".to_owned(),
            ));
        }
        for cluster in &self.look.cluster {
            if let Cluster::Of(id) = cluster
                && gazetteer.find(id).is_none()
            {
                let all = gazetteer.entities().iter().filter(|entity| entity.kind() == EntityKind::Alliance);
                let near = hint(id, all.map(|entity| (entity.id(), entity.name())));
                return Err(Failure::Usage(format!("the gazetteer has no {id:?}{near}")));
            }
        }
        if self.by_graphviz() { graphviz(&["-V"], "").map(drop) } else { Ok(()) }
    }

    pub(crate) fn write(
        &self,
        graph: &RelationGraph,
        gazetteer: &Gazetteer,
        output: &mut Output,
    ) -> Result<(), Failure> {
        if self.by_graphviz() {
            let picture = graphviz(&["-Tsvg"], &self.dot(graph, gazetteer))?;
            return output.write(|writer| writer.write_all(&picture));
        }
        output.write(|writer| self.built_in(graph, gazetteer, writer))
    }

    fn by_graphviz(&self) -> bool {
        self.format == GraphFormat::Svg && self.look.engine == Engine::Dot
    }

    fn built_in(&self, graph: &RelationGraph, gazetteer: &Gazetteer, writer: &mut dyn Write) -> io::Result<()> {
        match self.format {
            GraphFormat::Dot => write!(writer, "{}", self.dot(graph, gazetteer)),
            GraphFormat::Svg => {
                let mut svg = GraphSvg::new(graph);
                if let Some(title) = &self.look.title {
                    svg.title(title);
                }
                svg.write(writer)
            }
            GraphFormat::Html => {
                let mut page = GraphHtml::new(graph);
                if let Some(title) = &self.look.title {
                    page.title(title);
                }
                page.write(writer)
            }
            GraphFormat::Json => GraphJson::new(graph).offsets(self.offsets).write(writer),
            GraphFormat::Cytoscape => CytoscapeJson::new(graph).write(writer),
            GraphFormat::Graphml => GraphMl::new(graph).write(writer),
            GraphFormat::Gexf => Gexf::new(graph).write(writer),
            GraphFormat::Csv => GraphTables::new(graph).write_edges(writer),
            GraphFormat::CsvNodes => GraphTables::new(graph).write_nodes(writer),
            GraphFormat::Text => writeln!(writer, "{graph}"),
        }
    }

    fn dot(&self, graph: &RelationGraph, gazetteer: &Gazetteer) -> String {
        let mut dot = Dot::new(graph);
        if let Some(title) = &self.look.title {
            dot.title(title);
        }
        if self.look.no_legend {
            dot.without_legend();
        }
        dot.clusters(self.clusters(graph, gazetteer)).to_string()
    }

    fn clusters(&self, graph: &RelationGraph, gazetteer: &Gazetteer) -> Clusters {
        let ids = self.look.cluster.iter().filter_map(|cluster| match cluster {
            Cluster::Of(id) => Some(id.as_str()),
            Cluster::Region | Cluster::Alliance => None,
        });
        let mut wholes = vec![Clusters::by_alliances(graph, gazetteer, ids)];
        wholes.extend(self.look.cluster.iter().filter_map(|cluster| match cluster {
            Cluster::Region => Some(Clusters::by_region(graph)),
            Cluster::Alliance => Some(Clusters::by_alliance(graph, gazetteer)),
            Cluster::Of(_) => None,
        }));
        Clusters::by(graph, |node| wholes.iter().find_map(|clusters| clusters.label(node.id())))
    }
}

/// What Graphviz prints.
fn graphviz(arguments: &[&str], input: &str) -> Result<Vec<u8>, Failure> {
    let run = || -> io::Result<_> {
        let mut child = Command::new("dot")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut stdin = child.stdin.take().expect("it is piped");
        // it reads everything before it writes
        let fed = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output()?;
        fed.map(|()| output)
    };
    match run() {
        Ok(output) if output.status.success() => Ok(output.stdout),
        Ok(output) => Err(Failure::Usage(format!("dot: {}", String::from_utf8_lossy(&output.stderr).trim()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Failure::Usage(
            "Graphviz is not installed: there is no `dot` to run (--engine built-in needs none)".to_owned(),
        )),
        Err(error) => Err(Failure::Usage(format!("dot: {error}"))),
    }
}
