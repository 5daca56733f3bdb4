//! Gazetteer files as text: the opposite of reading them.

use serde::Serialize;
use toml::Spanned;

use crate::{
    gazetteer::source::{
        raw::{RawDecoy, RawEntity, RawHeader, RawMembers, RawName, RawNames, RawPost, RawRole, RawTenure},
        read::File,
    },
    text::Date,
};

/// How long a line becomes before a list is broken.
const WIDTH: usize = 120;

/// The text of a file, its entries in their order.
pub(super) fn write(file: &File) -> String {
    let mut text = Text::default();
    if let Some(header) = &file.header {
        text.header(header);
    }
    file.roles.iter().for_each(|role| text.role(role));
    file.posts.iter().for_each(|post| text.post(post.get_ref()));
    file.entities.iter().for_each(|entity| text.entity(entity));
    file.decoys.iter().for_each(|decoy| text.decoy(decoy.get_ref()));
    text.0
}

#[derive(Default)]
struct Text(String);

impl Text {
    fn table(&mut self, header: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.line(header);
    }

    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn field(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {value}"));
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.field(key, &value(text));
        }
    }

    fn reference(&mut self, key: &str, id: Option<&Spanned<String>>) {
        self.text(key, id.map(|id| id.get_ref().as_str()));
    }

    fn date(&mut self, key: &str, of: Option<Date>) {
        if let Some(of) = of {
            self.field(key, &date(of));
        }
    }

    /// A list on one line where it fits, else as many items on each as fit. An empty one is left out.
    fn list(&mut self, key: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        let one = format!("{key} = [{}]", items.join(", "));
        if one.len() <= WIDTH {
            return self.line(&one);
        }
        self.line(&format!("{key} = ["));
        let mut line = String::new();
        for item in items {
            if !line.is_empty() && line.len() + item.len() + 2 > WIDTH {
                self.line(&line);
                line.clear();
            }
            line.push_str(if line.is_empty() { "  " } else { " " });
            line.push_str(item);
            line.push(',');
        }
        self.line(&line);
        self.line("]");
    }

    /// A list with an item a line.
    fn rows(&mut self, key: &str, rows: &[String]) {
        if rows.is_empty() {
            return;
        }
        self.line(&format!("{key} = ["));
        rows.iter().for_each(|row| self.line(&format!("  {row},")));
        self.line("]");
    }

    fn names(&mut self, key: &str, names: &RawNames) {
        let items: Vec<String> = names.iter().map(|item| name(item.get_ref())).collect();
        self.list(key, &items);
    }

    fn titles(&mut self, titles: &[Spanned<String>]) {
        let items: Vec<String> = titles.iter().map(|title| value(title.get_ref())).collect();
        // a role or post asks for the field even when it is empty
        if items.is_empty() { self.field("titles", "[]") } else { self.list("titles", &items) }
    }

    fn header(&mut self, header: &RawHeader) {
        self.table("[file]");
        self.text("title", Some(&header.title));
        let sources: Vec<String> = header.sources.iter().map(value).collect();
        self.list("sources", &sources);
        self.date("checked", header.checked);
    }

    fn role(&mut self, role: &RawRole) {
        self.table("[[role]]");
        self.reference("id", Some(&role.id));
        self.titles(&role.titles);
        self.field("relation", &value(role.relation));
        self.field("single", &value(role.single));
        self.field("scope", &value(role.scope));
    }

    fn post(&mut self, post: &RawPost) {
        self.table("[[post]]");
        self.reference("role", Some(&post.role));
        self.reference("of", Some(&post.of));
        self.titles(&post.titles);
    }

    fn decoy(&mut self, decoy: &RawDecoy) {
        self.table("[[decoy]]");
        self.text("reason", decoy.reason.as_deref());
        self.names("names", &decoy.names);
    }

    fn entity(&mut self, entity: &RawEntity) {
        self.table("[[entity]]");
        self.reference("id", Some(&entity.id));
        if entity.extends {
            self.field("extends", "true");
        }
        self.reference("name", entity.name.as_ref());
        for (key, names) in [
            ("names", &entity.names),
            ("acronyms", &entity.acronyms),
            ("adjectives", &entity.adjectives),
            ("demonyms", &entity.demonyms),
            ("combining", &entity.combining),
            ("capitals", &entity.capitals),
            ("seats", &entity.seats),
            ("surnames", &entity.surnames),
        ] {
            self.names(key, names);
        }
        let nominals: Vec<String> = entity.nominals.iter().map(|noun| value(noun.get_ref())).collect();
        self.list("nominals", &nominals);
        self.reference("actor", entity.actor.as_ref());
        self.reference("parent", entity.parent.as_ref());
        self.reference("successor", entity.successor.as_ref());
        self.date("from", entity.from);
        self.date("to", entity.to);
        self.text("note", entity.note.as_deref());
        let members: Vec<String> = entity.members.iter().map(|row| membership(row.get_ref())).collect();
        self.rows("members", &members);
        let tenures: Vec<String> = entity.tenures.iter().map(|row| tenure(row.get_ref())).collect();
        self.rows("tenures", &tenures);
    }
}

fn value(of: impl Serialize) -> String {
    toml::Value::try_from(of).expect("texts, lists of texts and truth values have a TOML form").to_string()
}

fn date(date: Date) -> String {
    match (date.month(), date.day()) {
        (Some(_), Some(_)) => date.to_string(),
        // a number has no leading zero, and a year has four digits
        (None, None) if date.year() >= 1000 => date.to_string(),
        _ => value(date),
    }
}

fn name(name: &RawName) -> String {
    if name.is_plain() {
        return value(&name.text);
    }
    let mut fields = vec![format!("text = {}", value(&name.text))];
    interval(&mut fields, name.from, name.to);
    if !name.flags.is_empty() {
        fields.push(format!("flags = {}", value(&name.flags)));
    }
    for (key, words) in [
        ("cues", &name.cues),
        ("unless", &name.unless),
        ("not_before", &name.not_before),
        ("not_after", &name.not_after),
    ] {
        if !words.is_empty() {
            fields.push(format!("{key} = {}", value(words)));
        }
    }
    inline(&fields)
}

fn membership(row: &RawMembers) -> String {
    let who: Vec<&String> = row.who.iter().map(Spanned::get_ref).collect();
    let mut fields = vec![format!("who = {}", value(who))];
    fields.extend(row.role.map(|role| format!("role = {}", value(role))));
    interval(&mut fields, row.from, row.to);
    inline(&fields)
}

fn tenure(row: &RawTenure) -> String {
    let mut fields = vec![format!("role = {}", value(&row.role)), format!("of = {}", value(&row.of))];
    interval(&mut fields, row.from, row.to);
    for (key, given) in [("acting", row.acting), ("contested", row.contested)] {
        if given {
            fields.push(format!("{key} = true"));
        }
    }
    inline(&fields)
}

fn interval(fields: &mut Vec<String>, from: Option<Date>, to: Option<Date>) {
    fields.extend(from.map(|from| format!("from = {}", date(from))));
    fields.extend(to.map(|to| format!("to = {}", date(to))));
}

fn inline(fields: &[String]) -> String {
    format!("{{ {} }}", fields.join(", "))
}
