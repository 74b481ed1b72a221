package io.throughline.app.confluence.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.drawing.Drawing;
import io.throughline.app.confluence.drawing.SvgWriter;
import io.throughline.app.confluence.macro.AnswerFields;
import io.throughline.app.confluence.macro.Reading;
import io.throughline.app.confluence.node.HeadView;
import io.throughline.app.confluence.node.NodeView;
import io.throughline.app.confluence.node.Nodes;
import io.throughline.app.confluence.picture.PictureView;
import io.throughline.app.web.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a map as Jira answers it into drawing and list, in one reader's language. */
final class MapPage {
    private final JsonNode answer;
    private final Language language;
    private final Nodes nodes;
    private final Map<String, NodeView> byKey = new LinkedHashMap<>();

    MapPage(Reading read, Language language) {
        this.answer = read.json();
        this.language = language;
        this.nodes = new Nodes(read, answer.path("plan"), language);
        AnswerFields.list(answer, "nodes")
                .forEach(node -> byKey.put(AnswerFields.text(node, "key"), nodes.objective(node)));
    }

    /** @param painter of pictures for media without SVG; gives null where there are none */
    MapView view(Function<Drawing, @Nullable PictureView> painter) {
        HeadView head = nodes.head(
                language.text("throughline.macro.map.title"),
                byKey.isEmpty() ? language.text("throughline.macro.map.empty") : "");
        if (byKey.isEmpty()) {
            return new MapView(head, "", 0, 0, null, List.of());
        }
        MapDrawing screen = new MapDrawing(answer, byKey, language, false);
        Drawing drawing = screen.drawing();
        return new MapView(
                head,
                SvgWriter.write(drawing, "tl-map-picture"),
                screen.leastWidth(),
                (int) Math.ceil(drawing.height()),
                painter.apply(new MapDrawing(answer, byKey, language, true).drawing()),
                bands());
    }

    private List<BandView> bands() {
        List<BandView> bands = new ArrayList<>();
        for (JsonNode band : AnswerFields.list(answer.path("layout"), "bands")) {
            String perspective = AnswerFields.text(band, "perspective");
            List<PlaceView> places = new ArrayList<>();
            for (JsonNode node : answer.path("nodes")) {
                if (perspective.equals(node.path("perspective").asText())) {
                    String key = AnswerFields.text(node, "key");
                    places.add(new PlaceView(byKey.get(key), arrows(key)));
                }
            }
            bands.add(new BandView(
                    language.text("throughline.perspective." + perspective),
                    language.text("throughline.macro.map.question." + perspective),
                    places));
        }
        return bands;
    }

    private List<ArrowView> arrows(String cause) {
        List<ArrowView> arrows = new ArrayList<>();
        for (JsonNode edge : AnswerFields.list(answer, "edges")) {
            NodeView effect = byKey.get(edge.path("effect").asText());
            if (cause.equals(edge.path("cause").asText()) && effect != null) {
                arrows.add(new ArrowView(
                        effect.name(),
                        language.text("throughline.macro.map.together." + AnswerFields.text(edge, "together"))));
            }
        }
        return arrows;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(nodes.notes());
        List<String> loose = new ArrayList<>();
        answer.path("withoutEffect").forEach(key -> {
            if (byKey.containsKey(key.asText())) {
                loose.add(byKey.get(key.asText()).name());
            }
        });
        if (!loose.isEmpty()) {
            notes.add(language.text("throughline.macro.map.loose", String.join(", ", loose)));
        }
        return notes;
    }
}
