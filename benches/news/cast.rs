use geopol::{Date, EntityId, EntityKind, Gazetteer, Name, NameKind};

use super::random::Random;

/// The offices whose holders the news names, and how it calls them.
const OFFICES: &[(&str, &str)] = &[
    ("president", "President"),
    ("prime-minister", "Prime Minister"),
    ("foreign-minister", "Foreign Minister"),
    ("defence-minister", "Defence Minister"),
];

/// A state as documents name it.
#[derive(Clone, Debug)]
pub struct State {
    /// The name that it has most often, first.
    pub names: Vec<String>,
    pub adjective: String,
    pub people: String,
    pub capital: String,
    /// Title, full name and surname of those who lead it.
    pub leaders: Vec<(&'static str, String, String)>,
}

/// Whom the documents are about: what the gazetteer holds today.
#[derive(Clone, Debug)]
pub struct Cast {
    pub frequent: Vec<State>,
    pub states: Vec<State>,
    pub alliances: Vec<String>,
    pub groups: Vec<String>,
    pub regions: Vec<String>,
    pub treaties: Vec<String>,
}

impl Cast {
    pub fn new(gazetteer: &Gazetteer, frequent: &[String], with_article: &[String], date: Date) -> Self {
        let of_kind = |kind: EntityKind| -> Vec<String> {
            let entities = gazetteer.entities().iter().filter(|entity| entity.kind() == kind && entity.to().is_none());
            entities.map(|entity| entity.name().to_owned()).filter(|name| name.len() < 45).collect()
        };
        let countries = gazetteer.entities().iter().filter(|e| e.kind() == EntityKind::Country && e.to().is_none());
        let state = |id: &str| State::new(gazetteer, gazetteer.find(id)?, with_article, date);
        Self {
            frequent: frequent.iter().filter_map(|code| state(&format!("country:{code}"))).collect(),
            states: countries.filter_map(|entity| state(entity.id())).collect(),
            alliances: of_kind(EntityKind::Alliance),
            groups: of_kind(EntityKind::Group),
            regions: of_kind(EntityKind::Region),
            treaties: of_kind(EntityKind::Treaty),
        }
    }

    /// One of the frequent states as often as any of all.
    pub fn state(&self, random: &mut Random) -> &State {
        if random.chance(500) { random.pick_early(&self.frequent) } else { random.pick(&self.states) }
    }
}

impl State {
    /// Nothing for what lacks an adjective or a capital.
    fn new(gazetteer: &Gazetteer, id: EntityId, with_article: &[String], date: Date) -> Option<Self> {
        let plain = |name: &&Name| name.to().is_none() && !name.needs_context() && name.cues().is_empty();
        let of_kind = |kind: NameKind| {
            let names = gazetteer.names_of(id).iter().filter(plain).filter(move |name| name.kind() == kind);
            names.map(|name| name.text().to_owned())
        };
        let written = |name: String| if with_article.contains(&name) { format!("the {name}") } else { name };
        let entity = gazetteer.entity(id)?;
        let mut names = vec![written(entity.name().to_owned())];
        names.extend(of_kind(NameKind::Name).chain(of_kind(NameKind::Acronym)).map(written));
        let adjective = of_kind(NameKind::Adjective).next()?;
        let people = of_kind(NameKind::Demonym).find(|name| name.ends_with('s')).unwrap_or_else(|| adjective.clone());
        let capital = of_kind(NameKind::Capital).next()?;
        let leaders = OFFICES.iter().filter_map(|&(role, title)| {
            let holder = gazetteer.holders(id, gazetteer.find_role(role)?, Some(date)).next()?.holder();
            let name = gazetteer.entity(holder)?.name().to_owned();
            let surname = gazetteer.names_of(holder).iter().find(|name| name.kind() == NameKind::Surname);
            let last = || name.rsplit(' ').next().unwrap_or(&name).to_owned();
            let surname = surname.map_or_else(last, |surname| surname.text().to_owned());
            Some((title, name, surname))
        });
        let leaders = leaders.collect();
        Some(Self { names, adjective, people, capital, leaders })
    }
}
