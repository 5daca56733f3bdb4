use super::{check, of_form};
use crate::mention::Form;

fn titles(text: &str, on: &str) -> Vec<String> {
    of_form(text, on, Form::Title)
}

#[test]
fn titles_with_their_state_mean_the_holder_at_the_date() {
    check(
        &[
            ("the Japanese prime minister left", "2023-01-01", &["Japanese prime minister = fumio-kishida"]),
            ("Russia's president left", "2009-01-01", &["Russia's president = dmitry-medvedev"]),
            ("the president of France left", "2023-01-01", &["president of France = emmanuel-macron"]),
            ("the US secretary of state left", "2023-01-01", &["US secretary of state = antony-blinken"]),
            ("the NATO chief left", "2025-01-01", &["NATO chief = mark-rutte"]),
            ("Meeting with President of China", "2025-01-01", &["President of China = xi-jinping"]),
            ("He met the German chancellor.", "2024-01-01", &["German chancellor = olaf-scholz"]),
            ("the Japanese prime minister left", "", &[]),
            ("the Japanese prime minister left", "2019-01-01", &[]),
            ("the Japanese foreign minister left", "2023-01-01", &[]),
        ],
        titles,
    );
}

#[test]
fn titles_that_mean_nobody_in_particular() {
    check(
        &[
            ("a Japanese prime minister left", "2023-01-01", &[]),
            ("the former Japanese prime minister left", "2023-01-01", &[]),
            ("the next Japanese prime minister", "2023-01-01", &[]),
            ("Japanese prime ministers left", "2023-01-01", &[]),
            ("she became Japan's prime minister", "2023-01-01", &[]),
            ("her election as president of France", "2023-01-01", &[]),
            ("the Japanese prime minister Hatoyama", "2023-01-01", &[]),
            ("the Japanese deputy prime minister", "2023-01-01", &[]),
            ("the president of France's Senate left", "2023-01-01", &[]),
            ("for US president", "2023-01-01", &[]),
            ("Meeting with President of China President of Russia", "", &[]),
        ],
        titles,
    );
}

#[test]
fn titles_alone_mean_whoever_was_named_with_them_last() {
    check(
        &[
            (
                "Russian Foreign Minister Sergei Lavrov spoke. The foreign minister was angry. The minister left.",
                "",
                &["foreign minister = sergei-lavrov", "minister = sergei-lavrov"],
            ),
            ("Fumio Kishida spoke. The prime minister was angry.", "2023-01-01", &["prime minister = fumio-kishida"]),
            ("Fumio Kishida spoke. The president was angry.", "2023-01-01", &[]),
            ("Fumio Kishida spoke. The prime minister of the island was angry.", "2023-01-01", &[]),
            ("US President Joe Biden met Chinese President Xi Jinping. The president was angry.", "2023-01-01", &[]),
            (
                "US President Joe Biden left. Chinese President Xi Jinping stayed. The president was angry.",
                "2023-01-01",
                &["president = xi-jinping"],
            ),
            (
                "Tobias Ellwood, Britain's Minister for the Middle East, left. The Minister said no.",
                "",
                &["Minister = tobias-ellwood"],
            ),
            (
                "Boris Johnson spoke. The Foreign Secretary hopes so.",
                "2017-01-01",
                &["Foreign Secretary = boris-johnson"],
            ),
            ("Russian Foreign Minister Sergei Lavrov came. The Foreign Secretary hopes so.", "", &[]),
            ("Boris Johnson spoke. He met the foreign-secretary-in-waiting.", "2017-01-01", &[]),
            ("Robert Gates spoke. The secretary left.", "2010-01-01", &["secretary = robert-gates"]),
        ],
        titles,
    );
}

#[test]
fn titles_with_a_state_take_up_whom_the_text_named() {
    check(
        &[
            (
                "Press Secretary of the President of Russia Dmitry Peskov spoke. So said the Kremlin representative.",
                "2024-04-10",
                &["Kremlin representative = dmitry-peskov"],
            ),
            (
                "Togo's Foreign Minister Robert Dussey spoke. The Togolese foreign minister left.",
                "2024-04-10",
                &["Togolese foreign minister = robert-dussey"],
            ),
            ("Vladimir Putin spoke. The Russian leader left.", "2024-04-10", &["Russian leader = vladimir-putin"]),
            ("Vladimir Putin spoke. The Chinese leader left.", "", &[]),
            ("Sergei Lavrov met his Chinese counterpart.", "2024-04-10", &[]),
            (
                "Foreign Minister Sergei Lavrov met his Chinese counterpart.",
                "2024-04-10",
                &["Foreign Minister = RUS", "Chinese counterpart = wang-yi"],
            ),
        ],
        titles,
    );
}
