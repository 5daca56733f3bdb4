//! Pages, opened in a browser as a reader opens them.
#![cfg(feature = "html")]

mod hostile;

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
};

use geopol::{Date, Document, DocumentHtml, Evidence, Extractor, GraphHtml, Polarity, Predicate, RelationGraph, Span};
use hostile::{HOSTILE, everything};

/// Opens a page with a script of checks at its end, and returns what the script says of them; nothing where there is no
/// browser. Whatever the console tells is an error.
fn browse(name: &str, page: &str, checks: &str) -> Option<String> {
    let browser = ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find(|browser| Command::new(browser).arg("--version").stderr(Stdio::null()).output().is_ok());
    let Some(browser) = browser else {
        assert!(env::var_os("GEOPOL_ALL_READERS").is_none(), "no Chromium");
        eprintln!("skipped: no Chromium");
        return None;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{name}.html"));
    let script = format!(
        "<script>{{ const faults = []; const is = (found, expected, what) => found === expected || faults.push(`${{what}}: ${{found}}, not ${{expected}}`);\n\
         const $$ = (selector) => [...document.querySelectorAll(selector)]; const click = (element) => element.dispatchEvent(new MouseEvent('click', {{ bubbles: true }}));\n\
         {checks}\n\
         const result = document.createElement('pre'); result.textContent = '[[' + (faults.join('; ') || 'good') + ']]'; document.body.append(result); }}</script></body>"
    );
    fs::write(&file, page.replace("</body>", &script)).unwrap();
    let profile = folder.join(format!("{name}-profile"));
    let output = Command::new(browser)
        .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom"])
        .args(["--window-size=1400,900", "--enable-logging=stderr"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}", file.display()))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    let console: Vec<&str> = told.lines().filter(|line| line.contains("CONSOLE")).collect();
    assert!(console.is_empty(), "{console:?}");
    let dom = String::from_utf8_lossy(&output.stdout);
    let result = dom.rsplit_once("[[").and_then(|(_, rest)| rest.split_once("]]")).map(|(result, _)| result.to_owned());
    Some(result.unwrap_or_else(|| panic!("the checks did not run: {told}")))
}

fn page(graph: &RelationGraph, title: &str) -> String {
    let mut page = Vec::new();
    GraphHtml::new(graph).title(title).write(&mut page).unwrap();
    String::from_utf8(page).unwrap()
}

#[test]
fn hostile_names_stay_names() {
    let graph = everything();
    let checks = format!(
        "is($$('script').length, 4, 'scripts'); is($$('b, iframe, img, a').length, 0, 'foreign elements');\n\
         is($$('.node').length, {}, 'nodes'); is($$('.edge').length, {}, 'edges');\n\
         for (const row of $$('.row')) {{ click(row); is($$('#details blockquote').length > 0, true, 'sentences'); }}\n\
         for (const node of $$('.node')) click(node);\n\
         is($$('b, iframe, img, a').length, 0, 'foreign elements'); is(/[\\u202e\\u0000]/.test(document.body.textContent.replace($$('#data')[0].textContent, '')), false, 'turned text');",
        graph.node_count(),
        graph.edge_count()
    );
    if let Some(result) = browse("hostile", &page(&graph, &HOSTILE.concat()), &checks) {
        assert_eq!(result, "good");
    }
}

#[test]
fn a_sentence_without_end_has_a_page() {
    let text = format!("China condemned AUKUS, {}said Japan", "and </script> <b>so</b> \u{202e}on, ".repeat(40_000));
    assert!(text.chars().count() > 1_000_000);
    let mut graph = RelationGraph::new();
    let evidence = Evidence::new(hostile::entity(1), hostile::entity(2), text.as_str()).with_trigger(Span::new(6, 15));
    graph.add_relation(Predicate::Condemns, Polarity::Affirmed, evidence);
    let checks = "
        is($$('script').length, 4, 'scripts'); is($$('b').length, 0, 'foreign elements');
        click($$('.row')[0]); is($$('#details blockquote')[0].textContent.length > 900000, true, 'the sentence');
        dispatchEvent(new Event('beforeprint')); is($$('#print tbody tr').length, 1, 'table');
    ";
    if let Some(result) = browse("long", &page(&graph, "Long"), checks) {
        assert_eq!(result, "good");
    }
    let extraction = Extractor::new().extract(Document::new(&text).with_id("long"));
    let checks = "is($$('b').length, 2, 'sides of a relation'); is(document.body.textContent.length > 900000, true, 'the text');";
    if let Some(result) = browse("long-document", &DocumentHtml::new(&extraction).page(), checks) {
        assert_eq!(result, "good");
    }
}

#[test]
fn an_empty_graph_has_a_page() {
    if let Some(result) = browse(
        "empty",
        &page(&RelationGraph::new(), ""),
        "is($$('.node').length, 0, 'nodes'); is($$('#empty')[0].hidden, false, 'note');",
    ) {
        assert_eq!(result, "good");
    }
}

#[test]
fn filters_and_clicks_do_what_they_say() {
    let extractor = Extractor::new();
    let mut graph = RelationGraph::new();
    for (id, date, text) in [
        ("https://news.example/1", "2023-05-01", "China condemned AUKUS. Japan met Australia."),
        ("javascript:alert(1)", "2024-06-01", "Beijing denounced AUKUS \u{1f600} again. Japan may join AUKUS."),
    ] {
        let date: Date = date.parse().unwrap();
        graph.add(&extractor.extract(Document::new(text).with_id(id).with_date(date)));
    }
    let checks = "
        const shown = () => $$('.edge').filter((edge) => edge.style.display !== 'none').length;
        const set = (id, value) => { const input = document.getElementById(id); if (input.type === 'checkbox') input.checked = value; else input.value = value; input.dispatchEvent(new Event('input', { bubbles: true })); };
        is(shown(), 3, 'all');
        set('unreal', false); is(shown(), 2, 'facts'); set('unreal', true);
        const conflict = $$('input[value=verbal_conflict]')[0]; conflict.click(); is(shown(), 2, 'without conflict'); conflict.click();
        const meets = $$('input[value=meets]')[0]; meets.click(); is(shown(), 2, 'without meetings'); meets.click();
        set('many', 2); is(shown(), 1, 'reported twice'); set('many', 1);
        const from = document.getElementById('from'); const start = from.value; set('from', from.max); is(shown(), 2, 'of the last day'); set('from', start);
        set('search', 'denounced'); is($$('.edge.dim').length, 2, 'dimmed'); set('search', '');
        const row = $$('.row').find((row) => row.textContent === 'China condemns AUKUS ×2'); is(Boolean(row), true, 'row'); click(row);
        is($$('#details blockquote').length, 2, 'sentences');
        is($$('#details mark').map((mark) => mark.textContent).join(' '), 'China condemned AUKUS Beijing denounced AUKUS', 'marks');
        is($$('#details a').map((a) => a.href).join(), 'https://news.example/1', 'links');
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })); is($$('#details h2')[0].textContent, 'Edges', 'escape');
        const japan = $$('.node').find((node) => node.getAttribute('aria-label') === 'Japan, country');
        japan.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
        is($$('#details blockquote').map((quote) => quote.textContent).join(' | '), 'Japan met Australia. | Japan may join AUKUS.', 'timeline');
        is($$('#strip circle').length, 2, 'strip');
        is($$('#print table').length, 0, 'no table on the screen');
        dispatchEvent(new Event('beforeprint'));
        is($$('#print tbody tr').map((row) => [...row.children].slice(0, 5).map((cell) => cell.textContent).join('|')).join(' '), 'China|condemns|AUKUS|2|2023-05-01 – 2024-06-01 Australia|meets|Japan|1|2023-05-01 Japan|joins (possible)|AUKUS|1|2024-06-01', 'table');
        is($$('#print tbody td:last-child')[0].textContent, 'China condemned AUKUS. (https://news.example/1)', 'sentence on paper');
        dispatchEvent(new Event('afterprint')); is($$('#print table').length, 0, 'table taken away');
        document.getElementById('theme').click(); is(document.documentElement.dataset.theme, 'dark', 'theme');
        dispatchEvent(new Event('beforeprint')); is(document.documentElement.dataset.theme, 'light', 'paper is light');
        dispatchEvent(new Event('afterprint')); is(document.documentElement.dataset.theme, 'dark', 'dark again');
    ";
    if let Some(result) = browse("filters", &page(&graph, "Filters"), checks) {
        assert_eq!(result, "good");
    }
}

#[test]
fn all_can_be_reached_by_the_keyboard() {
    let checks = "
        const press = (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        const heading = () => $$('#details h2')[0].textContent;
        is($$('.node').every((node) => node.tabIndex === 0 && node.getAttribute('aria-label')), true, 'nodes can be focused');
        is($$('input, button').every((element) => element.tabIndex === 0 && (element.labels?.length || element.getAttribute('aria-label') || element.textContent)), true, 'controls have names');
        // an edge by its row, and back to the row
        const row = $$('.row')[1]; const name = row.textContent; row.focus(); row.click();
        is(heading(), name, 'edge'); is(document.activeElement.textContent, '← all edges', 'focus follows');
        document.activeElement.click(); is(document.activeElement.textContent, name, 'focus comes back');
        // a node, and from it to its reports
        const node = $$('.node')[0]; node.focus(); press(node, 'Enter');
        is(node.getAttribute('aria-label').startsWith(heading()), true, 'node'); is(document.activeElement.textContent, '← all edges', 'focus in the details');
        press(document.activeElement, 'Escape'); is(heading(), 'Edges', 'escape');
        // the picture itself
        const graph = document.getElementById('graph'); const place = () => graph.querySelector('g').getAttribute('transform');
        let before = place(); press(graph, 'ArrowLeft'); is(place() === before, false, 'arrows move'); before = place(); press(graph, '+'); is(place() === before, false, 'plus zooms');
        for (let n = 0; n < 30; n++) press(graph, 'ArrowLeft');
        node.focus(); const [own, frame] = [node.getBoundingClientRect(), graph.getBoundingClientRect()];
        is(own.left >= frame.left && own.right <= frame.right, true, 'focus brings into view');
    ";
    let mut graph = RelationGraph::new();
    graph.add(&Extractor::new().extract("China condemned AUKUS. Japan met Australia. Japan may join AUKUS."));
    if let Some(result) = browse("keyboard", &page(&graph, "Keyboard"), checks) {
        assert_eq!(result, "good");
    }
}

/// A graph of two thousand edges, as a year of news has them.
fn large() -> RelationGraph {
    let stated = (0..2000).map(|n| hostile::Stated {
        source: n % 160,
        target: (n % 160 + 1 + n / 160 * 7) % 160,
        predicate: geopol::Predicate::ALL[n * 7 % geopol::Predicate::ALL.len()],
        polarity: geopol::Polarity::Affirmed,
        modality: geopol::Modality::ALL[n % geopol::Modality::ALL.len()],
        date: Date::from_ymd(2024, 1 + n as u8 % 12, 1 + n as u8 % 28),
        acts: false,
    });
    hostile::graph_of(&stated.collect::<Vec<_>>())
}

#[test]
fn two_thousand_edges_are_drawn_and_filtered_in_time() {
    let graph = large();
    assert!(graph.edge_count() >= 1900, "{}", graph.edge_count());
    let checks = format!(
        "is($$('.edge').length, {}, 'edges'); const loaded = performance.now(); is(loaded < 20000, true, `loaded in ${{loaded}} ms`);\n\
         const sure = document.getElementById('many'); document.getElementById('search').value = 'angle';\n\
         for (let n = 0; n < 5; n++) sure.dispatchEvent(new Event('input', {{ bubbles: true }}));\n\
         const taken = (performance.now() - loaded) / 5; is(taken < 1000, true, `a filter took ${{taken}} ms`);\n\
         is($$('.edge.dim').length > 1000, true, 'dimmed'); is($$('.node').every((node) => !node.getAttribute('transform').includes('NaN')), true, 'places');",
        graph.edge_count()
    );
    if let Some(result) = browse("large", &page(&graph, "Large"), &checks) {
        assert_eq!(result, "good");
    }
}

#[test]
fn documents_are_read_with_their_marks() {
    let text = "China condemned</script><script>alert(1)</script> AUKUS & \"friends\".\n\nThe United\nStates \u{202e}met Japan.";
    let extraction = Extractor::new().extract(Document::new(text).with_id("<b>\u{202e}id</b>"));
    let page = DocumentHtml::new(&extraction).page();
    let checks = "
        is($$('script').length, 1, 'scripts'); is($$('h1')[0].textContent, '<b>id</b>', 'title');
        is($$('mark.country').map((mark) => mark.textContent).join('|'), 'China|United States|Japan', 'countries');
        is($$('u').length > 0, true, 'triggers'); is($$('.told li').length > 0, true, 'relations');
        is(document.body.textContent.includes('alert(1)</scr' + 'ipt> AUKUS & \"friends\"'), true, 'text');
    ";
    if let Some(result) = browse("document", &page, checks) {
        assert_eq!(result, "good");
    }
}
