use super::{check, offices};

#[test]
fn state_title_and_name() {
    check(
        &[
            (
                "Japanese Prime Minister Fumio Kishida flew home.",
                "2024-04-01",
                &["fumio-kishida leads JPN (Prime Minister)"],
            ),
            ("US President Joe Biden signed it.", "2024-04-01", &["joe-biden leads USA (President)"]),
            (
                "Russia's Foreign Minister Sergei Lavrov walked out.",
                "2024-04-01",
                &["sergei-lavrov leads RUS (Foreign Minister)"],
            ),
            (
                "Russia’s veteran foreign minister Sergei Lavrov walked out.",
                "",
                &["sergei-lavrov leads RUS (foreign minister)"],
            ),
            ("French President Jacques Chirac telephoned.", "1999-04-11", &["jacques-chirac leads FRA (President)"]),
            (
                "NATO Secretary General Mark Rutte said so.",
                "2024-11-01",
                &["mark-rutte leads NATO (Secretary General)"],
            ),
            ("NATO Secretary-General Mark Rutte said so.", "", &["mark-rutte leads NATO (Secretary-General)"]),
            ("German Chancellor Olaf Scholz said so.", "2024-11-01", &["olaf-scholz leads DEU (Chancellor)"]),
            (
                "Kremlin spokesman Dmitry Peskov said so.",
                "2024-11-01",
                &["dmitry-peskov represents kremlin (spokesman)"],
            ),
            (
                "U.S. Secretary of State Antony Blinken met him.",
                "2024-01-01",
                &["antony-blinken leads USA (Secretary of State)"],
            ),
            ("the Hezbollah leader, Hassan Nasrallah, spoke.", "", &["hassan-nasrallah leads hezbollah (leader)"]),
        ],
        offices,
    );
}

#[test]
fn title_and_name_with_the_state_known_from_the_tenure() {
    check(
        &[
            (
                "Defense Secretary Robert Gates scolded them.",
                "2011-06-10",
                &["robert-gates leads USA (Defense Secretary)"],
            ),
            ("Foreign Minister Lavrov said no.", "2024-01-01", &["sergei-lavrov leads RUS (Foreign Minister)"]),
            ("President-elect Donald Trump won.", "2024-11-10", &["donald-trump leads USA (President) *"]),
            ("Then-President Joe Biden signed it.", "2025-06-01", &["joe-biden leads USA (President) *"]),
            (
                "A visit to China, Foreign Minister Sergei Lavrov said, is planned.",
                "",
                &["sergei-lavrov leads RUS (Foreign Minister)"],
            ),
            (
                "In Beijing Foreign Minister Sergei Lavrov was received.",
                "",
                &["sergei-lavrov leads RUS (Foreign Minister)"],
            ),
            ("the Prime Minister-designate, Lai Ching-te, spoke", "", &[]),
            ("He met the president, Joe Biden said.", "", &[]),
            ("He met the prime minister, Joe Biden, there.", "", &[]),
            ("the president-elect, Lai Ching-te, spoke", "", &["lai-ching-te leads TWN (president) *"]),
            ("Prime Minister Mykhailo Podolyak is nobody.", "", &[]),
        ],
        offices,
    );
}

#[test]
fn surname_after_a_title() {
    check(
        &[
            ("Premier Li was shown two pandas in Canberra.", "2024-06-17", &["li-qiang leads CHN (Premier)"]),
            ("Premier Li was shown two pandas in Canberra.", "2019-06-17", &["li-keqiang leads CHN (Premier)"]),
            ("President Kabila thanked China.", "1998-08-26", &["laurent-desire-kabila leads COD (President)"]),
            ("Congolese President Kabila thanked China.", "2010-08-26", &["joseph-kabila leads COD (President)"]),
            ("Russian President Kabila thanked China.", "2010-08-26", &[]),
            ("Moscow knows Lavrov.", "2010-08-26", &[]),
        ],
        offices,
    );
}

#[test]
fn states_after_of() {
    check(
        &[
            (
                "President Kim Young-sam of South Korea ruled it out.",
                "1996-02-09",
                &["kim-young-sam leads KOR (President)"],
            ),
            (
                "the president of France, Emmanuel Macron, agreed.",
                "2024-01-01",
                &["emmanuel-macron leads FRA (president)"],
            ),
            (
                "Kofi Annan, the secretary-general of the U.N., agreed.",
                "2003-01-01",
                &["kofi-annan leads UN (secretary-general)"],
            ),
            (
                "the Turkish president of the United Nations, Kofi Annan, agreed",
                "",
                &["kofi-annan leads UN (president)"],
            ),
            ("Emmanuel Macron, president of France's football league, agreed.", "", &[]),
            ("Emmanuel Macron, president of the league, agreed.", "", &[]),
        ],
        offices,
    );
}

#[test]
fn appositions() {
    check(
        &[
            (
                "He met Anthony Albanese, the Australian prime minister, there.",
                "2024-06-17",
                &["anthony-albanese leads AUS (prime minister)"],
            ),
            ("Sergei Lavrov, the foreign minister, said no.", "", &["sergei-lavrov leads RUS (foreign minister)"]),
            ("Sergei Lavrov, Russia's foreign minister, said no.", "", &["sergei-lavrov leads RUS (foreign minister)"]),
            ("After Joe Biden, the French president, it was said, spoke.", "", &[]),
            ("After meeting Japan's prime minister, Xi Jinping flew home.", "", &[]),
        ],
        offices,
    );
}

#[test]
fn the_outer_title_is_the_bearers_own() {
    check(
        &[
            (
                "Press Secretary of the President of Russia Dmitry Peskov called it a cabal.",
                "2024-04-10",
                &["dmitry-peskov represents RUS (Press Secretary)"],
            ),
            (
                "the spokesman of the Russian president, Dmitry Peskov, called it a cabal.",
                "2024-04-10",
                &["dmitry-peskov represents RUS (spokesman)"],
            ),
            (
                "Mykhailo Podolyak, an adviser to Ukrainian President Volodymyr Zelensky, agreed.",
                "2024-04-10",
                &["mykhailo-podolyak represents UKR (adviser)", "volodymyr-zelensky leads UKR (President)"],
            ),
            (
                "Mykhailo Podolyak, an adviser to President Volodymyr Zelensky, agreed.",
                "2024-04-10",
                &["mykhailo-podolyak represents UKR (adviser)", "volodymyr-zelensky leads UKR (President)"],
            ),
            (
                "Vladimir Putin's spokesman, Dmitry Peskov, agreed.",
                "2024-04-10",
                &["dmitry-peskov represents RUS (spokesman)"],
            ),
            ("Putin aide Mykhailo Podolyak agreed.", "2024-04-10", &["mykhailo-podolyak represents RUS (aide)"]),
        ],
        offices,
    );
}

#[test]
fn counterparts_have_the_office_of_whom_they_meet() {
    check(
        &[
            (
                "Russian President Dmitry Medvedev rebuked his Ukrainian counterpart, Viktor Yushchenko, on Tuesday.",
                "2009-08-11",
                &["dmitry-medvedev leads RUS (President)", "viktor-yushchenko leads UKR (counterpart)"],
            ),
            (
                "Foreign Minister Sergei Lavrov met Chinese counterpart Wang Yi.",
                "2024-08-11",
                &["sergei-lavrov leads RUS (Foreign Minister)", "wang-yi leads CHN (counterpart)"],
            ),
            ("The Ukrainian counterpart, Viktor Yushchenko, left.", "2009-08-11", &[]),
        ],
        offices,
    );
}

#[test]
fn appointments() {
    check(
        &[
            (
                "Mark Rutte, who took over as NATO's secretary general last month, warned them.",
                "2024-11-12",
                &["mark-rutte leads NATO (secretary general)"],
            ),
            (
                "Taiwan is glad. Lai Ching-te was sworn in as its president.",
                "2024-05-20",
                &["lai-ching-te leads TWN (president)"],
            ),
            ("Lai Ching-te was elected president of Taiwan.", "2024-01-13", &["lai-ching-te leads TWN (president)"]),
            (
                "Fumio Kishida stepped down as Japan's prime minister.",
                "2024-10-01",
                &["fumio-kishida leads JPN (prime minister) *"],
            ),
            ("Lai Ching-te became the country's president.", "2024-05-20", &["lai-ching-te leads TWN (president)"]),
            ("Lai Ching-te is the president's friend.", "2024-05-20", &[]),
        ],
        offices,
    );
}

#[test]
fn former_and_lesser_ones() {
    check(
        &[
            (
                "former Japanese Prime Minister Fumio Kishida",
                "2025-01-01",
                &["fumio-kishida leads JPN (Prime Minister) *"],
            ),
            (
                "Japan's former prime minister, Fumio Kishida, left.",
                "2025-01-01",
                &["fumio-kishida leads JPN (prime minister) *"],
            ),
            ("the ex-Russian president Dmitry Medvedev", "2013-01-01", &["dmitry-medvedev leads RUS (president) *"]),
            ("the late South Korean president Kim Young-sam", "2016-01-01", &["kim-young-sam leads KOR (president) *"]),
            (
                "acting Russian Deputy Foreign Minister Dmitry Medvedev",
                "",
                &["dmitry-medvedev represents RUS (Deputy Foreign Minister)"],
            ),
            ("newly elected French President Emmanuel Macron", "", &["emmanuel-macron leads FRA (President)"]),
            ("US vice-president Joe Biden", "2010-01-01", &["joe-biden leads USA (vice-president)"]),
        ],
        offices,
    );
}

#[test]
fn several_at_once() {
    check(
        &[
            (
                "Presidents Vladimir Putin and Xi Jinping embraced.",
                "2024-05-16",
                &["vladimir-putin leads RUS (Presidents)", "xi-jinping leads CHN (Presidents)"],
            ),
            (
                "U.S. President Joe Biden, and Japanese Prime Minister Shigeru Ishiba called it a threat.",
                "2024-11-16",
                &["joe-biden leads USA (President)", "shigeru-ishiba leads JPN (Prime Minister)"],
            ),
        ],
        offices,
    );
}

#[test]
fn no_offices_of_states() {
    check(
        &[
            ("Georgia governor Robert Gates signed the bill.", "", &[]),
            ("Russian opposition leader Dmitry Medvedev was jailed.", "", &[]),
            ("Japanese coach Fumio Kishida resigned.", "", &[]),
            ("British Archbishop Boris Johnson prayed.", "", &[]),
            ("Australia captain Anthony Albanese won the toss.", "", &[]),
            ("Russian CEO Vladimir Putin", "", &[]),
        ],
        offices,
    );
}
