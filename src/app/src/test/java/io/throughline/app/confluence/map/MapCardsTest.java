package io.throughline.app.confluence.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.confluence.drawing.Ink;
import io.throughline.app.confluence.drawing.Lettering;
import io.throughline.app.confluence.link.JiraReply.Jira;
import io.throughline.app.confluence.macro.Reading;
import io.throughline.app.web.PersonView;
import io.throughline.app.web.TestLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the cards of the map on screen, and that nothing of it leaves its card or covers another thing. */
class MapCardsTest {
    private static final double CLOSE = 0.5;

    @Test
    void everyCardHasItsKeyAndTheInitialsOfItsOwner() throws IOException {
        JsonNode map = map();
        Document html = html(map, Locale.ENGLISH);

        for (JsonNode node : map.get("nodes")) {
            Element card = card(html, node.get("key").textValue());
            PersonView owner = PersonView.named(node.get("owner").get("name").textValue());
            assertThat(card.select("text").eachText()).contains(node.get("key").textValue(), owner.initials());
            assertThat(card.select("circle").eachAttr("style"))
                    .anyMatch(
                            style -> style.contains(Ink.ofPerson(owner.colour()).hex()));
            assertThat(card.attr("aria-label")).contains("(" + node.get("key").textValue() + ")");
        }
    }

    @Test
    void aCardWithoutAnOwnerHasNoInitials() throws IOException {
        JsonNode map = map();
        ((ObjectNode) map.get("nodes").get(0)).putNull("owner");

        Element card = card(
                html(map, Locale.ENGLISH), map.get("nodes").get(0).get("key").textValue());

        assertThat(card.select("g")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void nothingLeavesItsCardOrCoversAnotherText(String language) throws IOException {
        JsonNode map = map();
        String longest = "OBJ-123456";
        String first = map.get("nodes").get(0).get("key").textValue();
        rename(map, first, longest);
        map.get("nodes")
                .forEach(node -> ((ObjectNode) node)
                        .put("name", "Win ".repeat(40) + "W".repeat(60))
                        .putObject("signal")
                        .put("kind", "UNEXPLAINED")
                        .put("reason", "."));

        Document html = html(map, Locale.forLanguageTag(language));

        for (JsonNode node : map.get("nodes")) {
            Element card = card(html, node.get("key").textValue());
            double left = number(card.selectFirst("rect"), "x");
            double right = left + number(card.selectFirst("rect"), "width");
            List<Line> lines = card.select("text").stream().map(Line::of).toList();
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.left).isGreaterThanOrEqualTo(left);
                assertThat(line.right).isLessThanOrEqualTo(right);
            });
            for (Line line : lines) {
                List<Line> others = new ArrayList<>(lines);
                others.remove(line);
                assertThat(others).noneMatch(line::covers);
            }
        }
        assertThat(card(html, longest).select("title").eachText()).anyMatch(title -> title.contains(longest));
    }

    /** A text, as wide as the widest of the usual fonts sets it. */
    private record Line(String words, double left, double right, double top, double bottom) {
        static Line of(Element text) {
            double size = number(text, "font-size");
            double width = Lettering.of(size, (int) number(text, "font-weight"), Ink.TEXT)
                    .width(text.ownText());
            double x = number(text, "x");
            double left = switch (text.attr("text-anchor")) {
                case "end" -> x - width;
                case "middle" -> x - width / 2;
                default -> x;
            };
            double base = number(text, "y");
            return new Line(text.ownText(), left, left + width, base - size * 0.75, base);
        }

        boolean covers(Line other) {
            return left < other.right - CLOSE
                    && other.left < right - CLOSE
                    && top < other.bottom - CLOSE
                    && other.top < bottom - CLOSE;
        }
    }

    private static void rename(JsonNode map, String from, String to) {
        for (JsonNode list : List.of(map.get("nodes"), map.get("layout").get("cards"))) {
            list.forEach(each -> {
                if (each.get("key").textValue().equals(from)) {
                    ((ObjectNode) each).put("key", to);
                }
            });
        }
    }

    private static Element card(Document html, String key) {
        return html.selectFirst("a[href$=/objectives/" + key + "]");
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.attr(attribute));
    }

    private static JsonNode map() throws IOException {
        try (InputStream in = MapCardsTest.class.getResourceAsStream("/golden/answers/map.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static Document html(JsonNode map, Locale locale) {
        Jira jira = new Jira("Jira", URI.create("https://jira.example"));
        MapPage page = new MapPage(new Reading(map, jira, Instant.EPOCH), TestLanguage.of(locale));
        return Jsoup.parse(page.view(drawing -> null).svg());
    }
}
