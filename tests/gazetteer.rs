//! What the embedded gazetteer holds.

use geopol::{Date, EntityKind, Gazetteer, MembershipRole};

fn count(gazetteer: &Gazetteer, kind: EntityKind) -> usize {
    gazetteer.entities().iter().filter(|entity| entity.kind() == kind).count()
}

#[test]
fn the_stock_is_what_the_documentation_says() {
    let gazetteer = Gazetteer::embedded();
    for (kind, least) in [
        (EntityKind::Country, 250),
        (EntityKind::Alliance, 400),
        (EntityKind::Treaty, 150),
        (EntityKind::Leader, 5000),
        (EntityKind::Institution, 400),
        (EntityKind::Group, 350),
        (EntityKind::Region, 400),
    ] {
        assert!(count(&gazetteer, kind) >= least, "{kind}: {}", count(&gazetteer, kind));
    }
}

#[test]
fn the_united_nations_have_their_members() {
    let gazetteer = Gazetteer::embedded();
    let un = gazetteer.find("alliance:UN").expect("the United Nations");
    let members = |date: &str| gazetteer.members(un, date.parse::<Date>().ok()).count();
    assert_eq!(members("2024-01-01"), 193);
    assert_eq!(members("2010-01-01"), 192);
    let founders = gazetteer.memberships_of(un).iter().filter(|m| m.role() == MembershipRole::Founder);
    assert_eq!(founders.count(), 51);
}

#[test]
fn memberships_have_their_dates() {
    let gazetteer = Gazetteer::embedded();
    let is_member = |member: &str, body: &str, date: &str| {
        let (member, body) = (gazetteer.find(member).expect(member), gazetteer.find(body).expect(body));
        gazetteer.is_member(member, body, date.parse::<Date>().ok())
    };
    for (member, body, before, after) in [
        ("country:FIN", "alliance:NATO", "2023-04-03", "2023-04-04"),
        ("country:SWE", "alliance:NATO", "2024-03-06", "2024-03-07"),
        ("country:IDN", "alliance:BRICS", "2024-12-31", "2025-01-07"),
        ("country:HRV", "alliance:EU", "2013-06-30", "2013-07-01"),
    ] {
        assert!(!is_member(member, body, before), "{member} in {body} at {before}");
        assert!(is_member(member, body, after), "{member} in {body} at {after}");
    }
    assert!(is_member("country:GBR", "alliance:EU", "2020-01-31"));
    assert!(!is_member("country:GBR", "alliance:EU", "2020-02-01"));
    assert!(!is_member("country:MLI", "alliance:ECOWAS", "2025-02-01"));
}

#[test]
fn offices_have_their_holders() {
    let gazetteer = Gazetteer::embedded();
    let holder = |state: &str, role: &str, date: &str| {
        let role = gazetteer.find_role(role).expect(role);
        let state = gazetteer.find(state).expect(state);
        let tenure = gazetteer.holders(state, role, date.parse::<Date>().ok()).next();
        tenure.and_then(|t| gazetteer.entity(t.holder())).map(|e| e.id().to_owned()).unwrap_or_default()
    };
    for (state, role, date, expected) in [
        ("country:JPN", "prime-minister", "2024-05-12", "leader:fumio-kishida"),
        ("country:JPN", "prime-minister", "2024-10-01", "leader:shigeru-ishiba"),
        ("country:USA", "president", "2003-03-20", "leader:george-w-bush"),
        ("country:USA", "president", "2025-01-20", "leader:donald-trump"),
        ("country:ZAF", "president", "1995-01-01", "leader:nelson-mandela"),
        ("country:DEU", "prime-minister", "2010-01-01", "leader:angela-merkel"),
        ("alliance:NATO", "secretary-general", "2024-10-01", "leader:mark-rutte"),
        ("alliance:UN", "secretary-general", "2004-01-01", "leader:kofi-annan"),
        ("country:CHN", "foreign-minister", "2024-05-12", "leader:wang-yi"),
    ] {
        assert_eq!(holder(state, role, date), expected, "{role} of {state} at {date}");
    }
}
