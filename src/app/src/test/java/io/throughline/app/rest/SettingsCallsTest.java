package io.throughline.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.rest.App.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What administrators decide, over REST. */
class SettingsCallsTest {
    private final App app = App.fresh();

    @Test
    void settingsAreReadAndReplacedByAdministrators() {
        app.as("pmo").get("settings").expect(403);
        Reply before = app.as("admin").get("settings").expect(200);
        assertThat(before.json().get("staleParents").intValue()).isEqualTo(3);
        assertThat(before.json().at("/groups/view/0").textValue()).isEqualTo("strategy-viewers");
        assertThat(before.header("ETag")).isEqualTo("\"1\"");

        app.call("PUT", "settings", before.text()).expect(200);
        assertThat(app.get("settings").header("ETag")).isEqualTo("\"1\"");
        ObjectNode body = (ObjectNode) before.json();
        body.putObject("groups").putArray("view").add("nobody");
        app.call("PUT", "settings", body.toString(), "If-Match", "\"9\"").expect(412);
        app.call("PUT", "settings", body.toString(), "If-Match", "\"1\"").expect(200);

        app.as("exec").get("plans").expect(403);
        app.as("pmo").get("plans").expect(200);
    }

    @Test
    void howGentlyIssuesAreReadIsASettingWithinBounds() {
        ObjectNode body = (ObjectNode) app.as("admin").get("settings").json();
        assertThat(body.get("fill").toString()).isEqualTo("{\"pageSize\":500,\"percent\":80}");

        body.putObject("fill").put("pageSize", 100).put("percent", 25);
        app.call("PUT", "settings", body.toString()).expect(200);
        assertThat(app.get("settings").json().at("/fill/percent").intValue()).isEqualTo(25);

        for (String wrong : List.of("{'pageSize':49}", "{'pageSize':1001}", "{'percent':4}", "{'percent':101}")) {
            Reply refused =
                    app.call("PUT", "settings", "{'fill':" + wrong + "}").expect(400);
            assertThat(refused.json().get("errors").fieldNames().next()).startsWith("fill.");
        }
    }
}
