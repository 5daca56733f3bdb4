//! The closed vocabularies of relations. Classes are PLOVER's, codes CAMEO's.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $text)] $variant,)*
        }

        impl $name {
            /// All of them, in the order of the vocabulary.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in files and exports.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The one that is so named.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.as_str() == name)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

vocabulary! {
    /// What the source does to the target.
    Predicate {
        /// A state is a founder of an alliance.
        Founds = "founds",
        /// Becomes a member of an alliance or a party to a treaty.
        Joins = "joins",
        /// Quits an alliance or treaty.
        Leaves = "leaves",
        /// Offers membership or a part in it.
        Invites = "invites",
        /// Suspends, expels or keeps out.
        Excludes = "excludes",
        /// Is said to be a member, with no event.
        MemberOf = "member_of",
        /// Is head of state or government, minister, or head of a body.
        Leads = "leads",
        /// Holds any other stated office.
        Represents = "represents",
        /// Agrees, signs a deal, pledges.
        AgreesWith = "agrees_with",
        /// Talks, summit, call.
        Meets = "meets",
        /// Travels to; the target is the host.
        Visits = "visits",
        /// Negotiations on a named matter.
        NegotiatesWith = "negotiates_with",
        /// Mediates; one relation to each party.
        Mediates = "mediates",
        /// Praises, backs, endorses, defends.
        Supports = "supports",
        /// Diplomatic recognition.
        Recognizes = "recognizes",
        /// An alliance, pact or partnership between them.
        AlliesWith = "allies_with",
        /// Apology, also forgiveness.
        ApologizesTo = "apologizes_to",
        /// Material, military, economic, legal or intelligence cooperation.
        CooperatesWith = "cooperates_with",
        /// Buys, sells, exports, invests.
        TradesWith = "trades_with",
        /// Gives money, arms, troops, relief, asylum.
        Aids = "aids",
        /// Accepts a demand, eases sanctions, frees persons.
        ConcedesTo = "concedes_to",
        /// Pulls forces out, observes a ceasefire, gives back territory.
        WithdrawsFrom = "withdraws_from",
        /// Asks, appeals, urges, demands.
        Requests = "requests",
        /// Criticises, denounces, deplores, expresses concern about.
        Condemns = "condemns",
        /// Says that the other did a wrong; sues; charges.
        Accuses = "accuses",
        /// Inquiry, inspection, spying.
        Investigates = "investigates",
        /// Refuses, vetoes, opposes, rules out, defies.
        Rejects = "rejects",
        /// Warns of consequences.
        Warns = "warns",
        /// Threatens force, sanctions or another act.
        Threatens = "threatens",
        /// Formal protest, or demonstrations against it.
        ProtestsAgainst = "protests_against",
        /// Sanctions, embargo, boycott, tariffs, bans.
        Sanctions = "sanctions",
        /// Breaks or lowers relations, expels envoys, halts aid or talks.
        CutsTiesWith = "cuts_ties_with",
        /// Deploys or readies forces, tests missiles towards it.
        MobilizesAgainst = "mobilizes_against",
        /// Arrests or deports its people, seizes its property, blocks it.
        Coerces = "coerces",
        /// Invades, bombs, shells, kills, occupies.
        Attacks = "attacks",
        /// A war or clash with no side named as attacker.
        Fights = "fights",
    }
}

vocabulary! {
    /// PLOVER's event types, and `MEMBERSHIP` for structural facts.
    RelationClass {
        /// Membership and office.
        Membership = "MEMBERSHIP",
        /// Agreement.
        Agree = "AGREE",
        /// Consultation.
        Consult = "CONSULT",
        /// Diplomatic support.
        Support = "SUPPORT",
        /// Material cooperation.
        Cooperate = "COOPERATE",
        /// Aid.
        Aid = "AID",
        /// Concession.
        Concede = "CONCEDE",
        /// Retreat.
        Retreat = "RETREAT",
        /// Request.
        Request = "REQUEST",
        /// Accusation.
        Accuse = "ACCUSE",
        /// Rejection.
        Reject = "REJECT",
        /// Threat.
        Threaten = "THREATEN",
        /// Protest.
        Protest = "PROTEST",
        /// Sanction.
        Sanction = "SANCTION",
        /// Mobilisation.
        Mobilize = "MOBILIZE",
        /// Coercion.
        Coerce = "COERCE",
        /// Assault.
        Assault = "ASSAULT",
    }
}

vocabulary! {
    /// The four kinds of event: words or deeds, cooperation or conflict.
    QuadClass {
        /// Words of cooperation.
        VerbalCooperation = "verbal_cooperation",
        /// Deeds of cooperation.
        MaterialCooperation = "material_cooperation",
        /// Words of conflict.
        VerbalConflict = "verbal_conflict",
        /// Deeds of conflict.
        MaterialConflict = "material_conflict",
    }
}

vocabulary! {
    /// Whether the text affirms or denies.
    Polarity {
        /// It is so.
        Affirmed = "affirmed",
        /// It is not so.
        Negated = "negated",
    }
}

vocabulary! {
    /// How far it is a fact, the most factual first.
    Modality {
        /// Happened, is happening, or was said.
        Actual = "actual",
        /// Will, plans, agreed to.
        Planned = "planned",
        /// The source urges the target to do it.
        Requested = "requested",
        /// May, could, is expected to.
        Possible = "possible",
        /// If, would, unless.
        Hypothetical = "hypothetical",
    }
}

impl Predicate {
    /// Whether it is done rather than said.
    pub(crate) const fn is_act(self) -> bool {
        use RelationClass as C;
        !matches!(self.class(), C::Consult | C::Support | C::Request | C::Accuse | C::Reject | C::Threaten)
            || matches!(self, Self::Recognizes)
    }

    /// Its class.
    #[must_use]
    pub const fn class(self) -> RelationClass {
        use RelationClass as C;
        match self {
            Self::Founds
            | Self::Joins
            | Self::Leaves
            | Self::Invites
            | Self::Excludes
            | Self::MemberOf
            | Self::Leads
            | Self::Represents => C::Membership,
            Self::AgreesWith => C::Agree,
            Self::Meets | Self::Visits | Self::NegotiatesWith | Self::Mediates => C::Consult,
            Self::Supports | Self::Recognizes | Self::AlliesWith | Self::ApologizesTo => C::Support,
            Self::CooperatesWith | Self::TradesWith => C::Cooperate,
            Self::Aids => C::Aid,
            Self::ConcedesTo => C::Concede,
            Self::WithdrawsFrom => C::Retreat,
            Self::Requests => C::Request,
            Self::Condemns | Self::Accuses | Self::Investigates => C::Accuse,
            Self::Rejects => C::Reject,
            Self::Warns | Self::Threatens => C::Threaten,
            Self::ProtestsAgainst => C::Protest,
            Self::Sanctions | Self::CutsTiesWith => C::Sanction,
            Self::MobilizesAgainst => C::Mobilize,
            Self::Coerces => C::Coerce,
            Self::Attacks | Self::Fights => C::Assault,
        }
    }

    /// Its CAMEO code; none for structural facts.
    #[must_use]
    pub const fn cameo(self) -> Option<&'static str> {
        Some(match self {
            Self::Founds | Self::MemberOf | Self::Leads | Self::Represents => return None,
            Self::Joins | Self::AlliesWith => "057",
            Self::Leaves | Self::CutsTiesWith => "161",
            Self::Invites => "022",
            Self::Excludes => "162",
            Self::AgreesWith => "03",
            Self::Meets => "04",
            Self::Visits => "042",
            Self::NegotiatesWith => "046",
            Self::Mediates => "045",
            Self::Supports => "05",
            Self::Recognizes => "054",
            Self::ApologizesTo => "055",
            Self::CooperatesWith => "06",
            Self::TradesWith => "061",
            Self::Aids => "07",
            Self::ConcedesTo => "08",
            Self::WithdrawsFrom => "087",
            Self::Requests => "10",
            Self::Condemns => "111",
            Self::Accuses => "112",
            Self::Investigates => "09",
            Self::Rejects => "12",
            Self::Warns | Self::Threatens => "13",
            Self::ProtestsAgainst => "14",
            Self::Sanctions => "163",
            Self::MobilizesAgainst => "15",
            Self::Coerces => "17",
            Self::Attacks => "18",
            Self::Fights => "19",
        })
    }

    /// Whether it holds both ways.
    #[must_use]
    pub const fn is_symmetric(self) -> bool {
        matches!(
            self,
            Self::AgreesWith
                | Self::Meets
                | Self::NegotiatesWith
                | Self::AlliesWith
                | Self::CooperatesWith
                | Self::TradesWith
                | Self::Fights
        )
    }

    /// Its quad class; none for holding an office.
    #[must_use]
    pub const fn quad(self) -> Option<QuadClass> {
        use QuadClass as Q;
        use RelationClass as C;
        Some(match self {
            Self::Leads | Self::Represents => return None,
            Self::Leaves | Self::Excludes => Q::VerbalConflict,
            _ => match self.class() {
                C::Membership | C::Agree | C::Consult | C::Support | C::Concede => Q::VerbalCooperation,
                C::Cooperate | C::Aid | C::Retreat => Q::MaterialCooperation,
                C::Request | C::Accuse | C::Reject | C::Threaten | C::Sanction => Q::VerbalConflict,
                C::Protest | C::Mobilize | C::Coerce | C::Assault => Q::MaterialConflict,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip() {
        for &predicate in Predicate::ALL {
            assert_eq!(Predicate::from_name(predicate.as_str()), Some(predicate));
        }
        assert_eq!(Predicate::ALL.len(), 36);
        assert_eq!(RelationClass::ALL.len(), 17);
    }

    #[test]
    fn classes_and_quads_follow_the_ontology() {
        assert_eq!(Predicate::Excludes.quad(), Some(QuadClass::VerbalConflict));
        assert_eq!(Predicate::Leads.quad(), None);
        assert_eq!(Predicate::WithdrawsFrom.quad(), Some(QuadClass::MaterialCooperation));
        assert!(Predicate::ALL.iter().filter(|p| p.is_symmetric()).count() == 7);
    }
}
