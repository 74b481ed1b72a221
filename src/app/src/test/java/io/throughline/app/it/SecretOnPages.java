package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Every way in which a page of Confluence reaches a reader, looked through for words of a project that this reader may not browse. */
final class SecretOnPages {
    /** By reader: the words that must never reach them. */
    static final Map<String, List<String>> NOT_FOR = Map.of(
            "pmo", List.of("CREW", StrategyWorld.WORD_OF_CREW),
            "exec", List.of("SECRET", StrategyWorld.WORD_OF_SECRET),
            "dev", List.of("SECRET", StrategyWorld.WORD_OF_SECRET, "CREW", StrategyWorld.WORD_OF_CREW));

    private static final String EDITOR = "/plugins/servlet/throughline/editor/";
    private static final Pattern PICTURE = Pattern.compile("/plugins/servlet/throughline/picture/([^\"?]+)");

    private final Products products;
    private final WikiPages pages;

    SecretOnPages(Products products, WikiPages pages) {
        this.products = products;
        this.pages = pages;
    }

    /** By way: what a reader gets of a page. */
    Map<String, String> ways(String user, String page) throws Exception {
        Map<String, String> ways = new LinkedHashMap<>();
        Caller confluence = products.confluenceAs(user);
        ways.put("screen", pages.screen(user, page).outerHtml());
        ways.put(
                "REST",
                confluence
                        .get("/rest/api/content/" + page + "?expand=body.view")
                        .toString());
        ways.put("PDF", pages.pdf(user, page));
        ways.put("Word", pages.word(user, page).outerHtml());
        ways.put("mail", mail(user, page));
        String cql = URLEncoder.encode("type = page and macro = strategy-orphans", StandardCharsets.UTF_8);
        ways.put(
                "search",
                confluence
                        .get("/rest/api/content/search?expand=body.view&cql=" + cql)
                        .toString());
        for (Map.Entry<String, String> macro : WikiPages.NINE.entrySet()) {
            ways.put(
                    "preview of " + macro.getKey(),
                    confluence
                            .send("GET", EDITOR + "preview?macro=" + macro.getKey() + "&" + macro.getValue(), null)
                            .body());
        }
        for (String kind : List.of("plans", "objectives", "kpis")) {
            ways.put(
                    "all " + kind,
                    confluence
                            .send("GET", EDITOR + "choices?kind=" + kind, null)
                            .body());
            for (String word : List.of(StrategyWorld.WORD_OF_SECRET, "SECRET", "CREW")) {
                ways.put(
                        "pick of " + kind + " by " + word,
                        confluence
                                .send("GET", EDITOR + "choices?kind=" + kind + "&q=" + word, null)
                                .body());
            }
        }
        return ways;
    }

    /** The mail that a reader gets when pmo shares a page with them, as it lies in the outbox. */
    String mail(String user, String page) throws Exception {
        Caller admin = products.confluenceAs("admin");
        Caller.Answer sent = products.confluenceAs("pmo")
                .send(
                        "POST",
                        "/pages/sharepage.action?pageId=" + page + "&user=" + user,
                        null,
                        "X-Atlassian-Token",
                        "no-check");
        assertThat(sent.status()).as(sent.body()).isIn(200, 302);
        String outbox = admin.send("GET", "/plugins/servlet/outbox", null).body();
        Matcher newest = Pattern.compile("body=(\\d+)").matcher(outbox);
        assertThat(newest.find()).as(outbox).isTrue();
        String mail = admin.send("GET", "/plugins/servlet/outbox?body=" + newest.group(1), null)
                .body();
        assertThat(mail).contains("shared a page with you");
        return mail;
    }

    static void nothingOfIt(String user, Map<String, String> ways) {
        ways.forEach((way, text) ->
                assertThat(text).as("%s, %s", user, way).isNotEmpty().doesNotContain(NOT_FOR.get(user)));
    }

    /** Pins or freezes every macro of a page as pmo, the way the script of the page does it, and saves the page. */
    void hold(String what, String page) throws Exception {
        List<Element> cards = pages.macros("pmo", page);
        for (Element card : cards) {
            ObjectNode body = Caller.JSON.createObjectNode();
            body.put("storage", pages.storage(page))
                    .put("macro", card.attr("data-tl-macro"))
                    .put("place", 0)
                    .put("version", Long.parseLong(card.attr("data-tl-version")));
            Caller.Answer changed = products.confluenceAs("pmo")
                    .send(
                            "POST",
                            Caller.STRATEGY + "/macros/" + what,
                            body.toString(),
                            "X-Atlassian-Token",
                            "no-check");
            assertThat(changed.status()).as(changed.body()).isEqualTo(200);
            pages.change(page, changed.json().get("storage").asText());
        }
        assertThat(cards).hasSize(9);
    }

    /** Sixty readings of three people, six at a time: each has their own words and nobody else's. */
    void copiesNeverCross(String page) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(6);
        List<Callable<Void>> all = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            String user = List.of("pmo", "exec", "dev").get(n % 3);
            all.add(() -> {
                String screen = pages.screen(user, page).outerHtml();
                assertThat(screen).as(user).doesNotContain(NOT_FOR.get(user));
                assertThat(screen.contains(StrategyWorld.WORD_OF_SECRET)).isEqualTo(user.equals("pmo"));
                assertThat(screen.contains(StrategyWorld.WORD_OF_CREW)).isEqualTo(user.equals("exec"));
                return null;
            });
        }
        for (Future<Void> each : readers.invokeAll(all)) {
            each.get();
        }
        readers.shutdownNow();
    }

    /** Who may use Confluence and not view strategy gets the page and no word of the strategy, nor where it is shown. */
    void nothingForWhoMayNotViewStrategy(String page) throws Exception {
        List<Element> macros = pages.macros("outsider", page);
        assertThat(macros).hasSize(9);
        for (Element macro : macros) {
            assertThat(macro.text())
                    .contains("You may not view strategy in Jira.")
                    .doesNotContain("Railway", "Trains");
            assertThat(Figures.in(macro.text())).isEmpty();
        }
        String shown = Caller.STRATEGY + "/shown/OBJ-1";
        assertThat(products.jiraAs("outsider").send("GET", shown, null).status())
                .isEqualTo(403);
        assertThat(products.jiraAs("exec").get(shown).toString()).contains("Nine macros");
    }

    /** The names under which pictures of an exported page can be fetched without a login. */
    static List<String> pictures(String html) {
        return PICTURE.matcher(html)
                .results()
                .map(each -> each.group(1))
                .distinct()
                .toList();
    }
}
