//! How much a relation weighs between conflict and cooperation.

use crate::relation::Predicate;

impl Predicate {
    /// Its value on Goldstein's scale from −10, conflict, to +10, cooperation; none for structural facts.
    ///
    /// The scale is that of J. S. Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", Journal of Conflict Resolution 36
    /// (1992), as it was carried over to the [codes of CAMEO](Self::cameo) (P. A. Schrodt, CAMEO.SCALE.txt, 2007).
    ///
    /// ```
    /// use geopol::Predicate;
    ///
    /// assert_eq!(Predicate::Attacks.goldstein(), Some(-9.0));
    /// assert_eq!(Predicate::AlliesWith.goldstein(), Some(8.0));
    /// assert_eq!(Predicate::MemberOf.goldstein(), None);
    /// ```
    #[must_use]
    pub fn goldstein(self) -> Option<f64> {
        Some(match self.cameo()? {
            "022" => 3.4,
            "03" => 4.0,
            "04" => 1.0,
            "042" => 1.9,
            "045" | "08" => 5.0,
            "046" | "055" | "07" => 7.0,
            "05" => 3.5,
            "054" | "06" => 6.0,
            "057" => 8.0,
            "061" => 6.4,
            "087" => 9.0,
            "09" | "111" | "112" => -2.0,
            "10" => -5.0,
            "12" | "161" => -4.0,
            "13" => -6.0,
            "14" | "163" => -6.5,
            "15" => -7.2,
            "162" => -5.6,
            "17" => -7.0,
            "18" => -9.0,
            "19" => -10.0,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relation::QuadClass as Q;

    #[test]
    fn every_code_has_a_value_of_its_side() {
        for predicate in Predicate::ALL {
            assert_eq!(predicate.cameo().is_some(), predicate.goldstein().is_some(), "{predicate}");
            if let (Some(value), Some(quad)) = (predicate.goldstein(), predicate.quad()) {
                let cooperation = matches!(quad, Q::VerbalCooperation | Q::MaterialCooperation);
                assert_eq!(value > 0.0, cooperation, "{predicate}");
            }
        }
    }
}
