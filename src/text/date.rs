use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A calendar date, known to the day, the month or the year.
///
/// Dates order by their first possible day; of two that begin together the vaguer comes first.
///
/// ```
/// use geopol::Date;
///
/// let day: Date = "2024-05-12".parse()?;
/// let year: Date = "2024".parse()?;
/// assert!(year < day);
/// assert_eq!(day.to_string(), "2024-05-12");
/// assert!("2024-02-30".parse::<Date>().is_err());
/// # Ok::<(), geopol::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

impl Date {
    /// A date known to the day, or nothing when the calendar has no such day.
    #[must_use]
    pub const fn from_ymd(year: i16, month: u8, day: u8) -> Option<Self> {
        if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month, where it is known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// The first day that it may mean.
    #[must_use]
    pub const fn earliest(self) -> Self {
        Self {
            year: self.year,
            month: if self.month == 0 { 1 } else { self.month },
            day: if self.day == 0 { 1 } else { self.day },
        }
    }

    /// The last day that it may mean.
    #[must_use]
    pub const fn latest(self) -> Self {
        let month = if self.month == 0 { 12 } else { self.month };
        Self { year: self.year, month, day: if self.day == 0 { days_in(self.year, month) } else { self.day } }
    }

    /// The number of its first possible day, counted from 1 January of the year 0.
    pub(crate) const fn day_number(self) -> i32 {
        // March comes first, so that a leap day is the last of its year.
        let (day, month) = (self.earliest().day as i32, self.earliest().month as i32);
        let year = self.year as i32 - (month < 3) as i32;
        let month = (month + 9) % 12;
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + day - 1 + 60
    }

    /// Whether some day that it may mean lies in the half-open interval; a missing end is open.
    ///
    /// ```
    /// use geopol::Date;
    ///
    /// let (from, to) = ("2021-10-04".parse().ok(), "2024-10-01".parse().ok());
    /// assert!("2021-10-04".parse::<Date>()?.is_within(from, to));
    /// assert!(!"2024-10-01".parse::<Date>()?.is_within(from, to));
    /// assert!("2024".parse::<Date>()?.is_within(from, to));
    /// # Ok::<(), geopol::DateError>(())
    /// ```
    #[must_use]
    pub fn is_within(self, from: Option<Self>, to: Option<Self>) -> bool {
        from.is_none_or(|from| from.earliest() <= self.latest()) && to.is_none_or(|to| self.earliest() < to.earliest())
    }
}

const fn days_in(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Why a text is no [`Date`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError(String);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no date (expected YYYY-MM-DD, YYYY-MM or YYYY)", self.0)
    }
}

impl std::error::Error for DateError {}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let wrong = || DateError(text.to_owned());
        let mut parts = text.split('-');
        let mut next = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<i16>().map(Some).map_err(|_| wrong())
            }
            Some(_) => Err(wrong()),
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        if parts.next().is_some() {
            return Err(wrong());
        }
        let year = year.ok_or_else(wrong)?;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // two digits
        let (month, day) = (month.map(|m| m as u8), day.map(|d| d as u8));
        Self::from_ymd(year, month.unwrap_or(1), day.unwrap_or(1))
            .map(|date| Self { month: month.unwrap_or(0), day: day.unwrap_or(0), ..date })
            .ok_or_else(wrong)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month != 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day != 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            (self.year, self.month, self.day).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
        } else {
            let (year, month, day) = Deserialize::deserialize(deserializer)?;
            Ok(Self { year, month, day })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vague_dates_touch_what_they_may_mean() {
        let date = |s: &str| s.parse::<Date>().unwrap();
        assert!(date("2020-02").is_within(Some(date("2020-02-29")), None));
        assert!(!date("2020-02").is_within(Some(date("2020-03-01")), None));
        assert!(!date("2020").is_within(None, Some(date("2020"))));
        assert_eq!(date("2024-02").latest().to_string(), "2024-02-29");
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        let days = |s: &str| s.parse::<Date>().unwrap().day_number();
        assert_eq!(days("2000-03-01") - days("2000-02-28"), 2);
        assert_eq!(days("1900-03-01") - days("1900-02-28"), 1);
        assert_eq!(days("2024-01-01") - days("2023-12-31"), 1);
        assert_eq!(days("2001") - days("2000"), 366);
        assert_eq!(days("2400") - days("2000"), 146_097);
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in ["", "24", "2024-13", "2023-02-29", "2024-1-1", "2024-01-01-01", "0000", "x"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
