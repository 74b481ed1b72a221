package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Holds a macro as one reader sees it against what Jira's REST tells that reader: node by node, cell by cell, each figure
 * that REST has and none besides. What was held against REST is taken out of the page; no digit may be left.
 */
class NumbersOnPage {
    private static final Set<String> NOT_PART = Set.of("DRAFT", "ABANDONED");

    final Caller jira;
    /** Behind a path with a question mark: {@code &asOf=…}, or nothing. */
    final String asOf;

    final JsonNode tree;
    final Map<String, JsonNode> byName = new HashMap<>();
    private final Map<String, JsonNode> dueByName = new HashMap<>();
    private final List<String> rows = new ArrayList<>();
    private int compared;

    NumbersOnPage(Caller jira, String asOf) throws Exception {
        this.jira = jira;
        this.asOf = asOf.isEmpty() ? "" : "&asOf=" + asOf;
        this.tree = jira.get(Caller.STRATEGY + "/plans/PLAN-1/tree?" + this.asOf);
        for (JsonNode theme : tree.get("themes")) {
            byName.put(theme.get("name").asText(), theme);
            rows.add(theme.get("name").asText());
            objectives(theme, tree.get("end"));
        }
    }

    private void objectives(JsonNode above, JsonNode dueAbove) {
        for (JsonNode objective : above.path("objectives")) {
            if (NOT_PART.contains(objective.get("state").asText())) {
                continue;
            }
            String name = objective.get("name").asText();
            byName.put(name, objective);
            rows.add(name);
            JsonNode due = objective.get("due").isNull() ? dueAbove : objective.get("due");
            dueByName.put(name, due);
            objective.get("kpis").forEach(kpi -> {
                byName.put(kpi.get("name").asText(), kpi);
                rows.add(kpi.get("name").asText());
            });
            objectives(objective, due);
            for (JsonNode contribution : objective.get("contributed")) {
                byName.put(contribution.get("name").asText(), contribution);
            }
        }
    }

    /** How many figures were held against REST so far. */
    int compared() {
        return compared;
    }

    JsonNode node(String name) {
        assertThat(byName).as("the page names a node that REST does not").containsKey(name);
        return byName.get(name);
    }

    /** Of an objective without a due date that of what it is in. */
    JsonNode due(String name) {
        return dueByName.get(name);
    }

    JsonNode get(String path) throws Exception {
        return jira.get(Caller.STRATEGY + path);
    }

    /** Each of the figures is there and no other, however often; then the element goes. */
    void check(String what, Elements elements, Collection<String> wanted) {
        assertThat(elements).as(what).isNotEmpty();
        check(what, elements.text(), wanted);
        elements.remove();
    }

    void check(String what, Element element, Collection<String> wanted) {
        assertThat(element).as(what).isNotNull();
        check(what, new Elements(element), wanted);
    }

    void check(String what, String text, Collection<String> wanted) {
        assertThat(new LinkedHashSet<>(Figures.in(text)))
                .as("%s: \"%s\"", what, text)
                .containsExactlyInAnyOrderElementsOf(new LinkedHashSet<>(wanted));
        compared += wanted.size();
    }

    static List<String> both(Collection<String> some, Collection<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    void scorecard(Element card) {
        head(card, true);
        List<String> found = new ArrayList<>();
        for (Element row : card.select("tbody tr")) {
            String name = row.select("th [dir=auto]").text();
            JsonNode node = node(name);
            found.add(name);
            check(name + ", outcome", row.select(".tl-sc-trend"), Figures.outcome(node));
            if (row.hasClass("tl-sc-kpi")) {
                check(name + ", value", row.select(".tl-sc-actual"), Figures.measured(node));
            } else {
                check(name + ", delivery", row.select(".tl-sc-delivery"), Figures.delivery(node));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(rows);
        end("scorecard", card);
    }

    /** @param counted whether the macro counts signals */
    private void head(Element card, boolean counted) {
        Element head = card.selectFirst(".tl-sc-head");
        Elements totals = head.select(".tl-sc-total");
        check("plan, outcome", totals.get(0), Figures.outcome(tree));
        check("plan, delivery", totals.get(1), Figures.delivery(tree));
        Map<String, Integer> signals = new HashMap<>();
        byName.values().stream()
                .filter(each -> each.path("key").asText().startsWith("OBJ-"))
                .forEach(each -> signals.merge(each.at("/signal/kind").asText(), 1, Integer::sum));
        Elements counts = head.select(".tl-sc-signals li");
        assertThat(counts).hasSize(counted ? signals.size() : 0);
        for (Element count : counts) {
            String kind = count.select(".tl-signal").text().toUpperCase(Locale.ROOT);
            check(kind, count, List.of(signals.get(kind).toString()));
        }
    }

    void map(Element card) {
        head(card, false);
        for (Element drawn : card.select("svg a")) {
            String label = drawn.attr("aria-label");
            JsonNode node = node(label.substring(0, label.indexOf(" (")));
            String key = node.get("key").textValue();
            String said = label.replace(" (" + key + ")", "");
            assertThat(said).isNotEqualTo(label);
            Elements keys = drawn.select("text:containsOwn(" + key + ")");
            assertThat(keys.eachText()).containsExactly(key);
            keys.remove();
            List<String> wanted = both(Figures.outcome(node), Figures.delivery(node));
            check(said, said, wanted);
            drawn.select("title").remove();
            List<String> lettered = both(first(Figures.outcome(node)), first(Figures.delivery(node)));
            check(said + ", drawn", drawn, lettered);
        }
        int cards = 0;
        for (Element listed : card.select("article")) {
            JsonNode node = node(listed.select(".tl-ps-name a").text());
            measures(listed, node);
            check(
                    node.get("name") + ", key",
                    listed.select(".tl-ps-name + p"),
                    List.of(node.get("key").textValue()));
            cards++;
        }
        assertThat(cards).isEqualTo(4);
        end("map", card);
    }

    /** One outcome and one delivery, without what was expected. */
    private void measures(Element element, JsonNode node) {
        Elements measures = element.select(".tl-ps-measure");
        check(node.get("name") + ", outcome", measures.get(0), first(Figures.outcome(node)));
        check(node.get("name") + ", delivery", measures.get(1), first(Figures.delivery(node)));
    }

    private static List<String> first(List<String> figures) {
        return figures.stream().limit(1).toList();
    }

    void cascade(Element card) {
        head(card, false);
        List<Element> lines = new ArrayList<>(card.select("tbody tr"));
        for (JsonNode theme : tree.get("themes")) {
            line(lines.remove(0), theme);
            cascaded(theme, lines);
        }
        assertThat(lines).as("rows that REST does not have").isEmpty();
        end("cascade", card);
    }

    private void cascaded(JsonNode above, List<Element> lines) {
        for (JsonNode objective : above.path("objectives")) {
            line(lines.remove(0), objective);
            for (JsonNode kpi : objective.get("kpis")) {
                check(kpi.get("name").asText(), lines.remove(0), both(Figures.outcome(kpi), Figures.measured(kpi)));
            }
            cascaded(objective, lines);
            for (JsonNode contribution : objective.get("contributed")) {
                Element line = lines.get(0);
                line.select(".tl-tertiary").remove(); // the key of the plan it is from
                line(lines.remove(0), contribution);
            }
            for (JsonNode link : objective.get("links")) {
                List<String> wanted = both(Figures.delivery(link), Figures.sizes(link));
                JsonNode target = link.get("target");
                wanted.addAll(Figures.in(
                        target.path("ref").asText() + " " + target.path("title").asText()));
                assertThat(lines.get(0).classNames()).contains("tl-ca-work");
                check(target.toString(), lines.remove(0), wanted);
            }
        }
    }

    private void line(Element line, JsonNode node) {
        assertThat(line.select("[dir=auto]").text()).isEqualTo(node.get("name").asText());
        check(node.get("name").asText(), line, both(Figures.outcome(node), Figures.delivery(node)));
    }

    void onAPage(Element card) {
        head(card, true);
        int goals = 0;
        for (Element column : card.select(".tl-op-column")) {
            measures(column.selectFirst("header"), node(column.selectFirst("h4").text()));
            for (Element goal : column.select("article")) {
                goal(goal);
                goals++;
            }
        }
        assertThat(goals).isEqualTo(4);
        for (Element look : card.select(".tl-op-look")) {
            check(look.text(), look, Figures.outcome(node(look.select("a").text())));
        }
        card.select(".tl-op-below h4, .tl-op-below p").remove(); // since which day
        end("on a page", card);
    }

    private void goal(Element goal) {
        String name = goal.select(".tl-ps-name a").text();
        JsonNode node = node(name);
        Elements lines = goal.select("li");
        check(name + ", outcome", lines.get(0), Figures.outcome(node));
        for (Element line : lines.subList(1, lines.size() - 1)) {
            JsonNode kpi = node(line.select(".tl-op-kpi").first().ownText());
            check(kpi.get("name").asText(), line, Figures.measured(kpi));
        }
        check(name + ", work", lines.last(), both(first(Figures.delivery(node)), List.of(Figures.date(due(name)))));
    }

    /** The footer, and nothing else that has a digit. */
    void end(String what, Element card) {
        assertThat(card.attr("data-tl-version"))
                .isEqualTo(tree.get("modelVersion").asText());
        Element foot = card.selectFirst(".tl-macro-foot");
        foot.select("strong").remove(); // when it was read
        List<String> wanted = new ArrayList<>(List.of(tree.get("modelVersion").asText()));
        for (String count : notes(what)) {
            wanted.add(count);
        }
        String said = foot.text().replaceAll(", at \\d{1,2} [A-Z][a-z]{2} \\d{4}, \\d\\d:\\d\\d UTC", "");
        check(what + ", foot", said, wanted);
        foot.remove();
        card.select("svg").remove();
        assertThat(Figures.in(card.text()))
                .as("%s says besides: %s", what, card.text())
                .isEmpty();
    }

    /** Stale, unattested and hidden, of whatever the macro is about. */
    List<String> notes(String what) {
        return counts(tree);
    }

    static List<String> counts(JsonNode node) {
        List<String> counts = new ArrayList<>();
        for (String count : List.of("/outcome/stale", "/outcome/unattested", "/delivery/hidden")) {
            if (node.at(count).asInt() > 0) {
                counts.add(node.at(count).asText());
            }
        }
        return counts;
    }
}
