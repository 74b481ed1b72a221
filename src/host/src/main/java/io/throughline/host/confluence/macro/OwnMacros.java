package io.throughline.host.confluence.macro;

import com.atlassian.confluence.macro.Macro;
import io.throughline.host.web.Html;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The product's own macros, as far as an ordinary page needs them, with Confluence's markup. */
public final class OwnMacros {

    private OwnMacros() {}

    /** All of them by name. */
    public static Map<String, Macro> byName() {
        Map<String, Macro> macros = new LinkedHashMap<>();
        for (Box box : Box.values()) {
            macros.put(box.name().toLowerCase(Locale.ROOT), new OwnMacro(Macro.BodyType.RICH_TEXT, box::html));
        }
        macros.put("panel", new OwnMacro(Macro.BodyType.RICH_TEXT, OwnMacros::panel));
        macros.put("expand", new OwnMacro(Macro.BodyType.RICH_TEXT, OwnMacros::expand));
        macros.put("excerpt", new OwnMacro(Macro.BodyType.RICH_TEXT, (parameters, body) -> body));
        macros.put("code", new OwnMacro(Macro.BodyType.PLAIN_TEXT, OwnMacros::code));
        macros.put("noformat", new OwnMacro(Macro.BodyType.PLAIN_TEXT, OwnMacros::code));
        macros.put("status", new OwnMacro(Macro.BodyType.NONE, Macro.OutputType.INLINE, OwnMacros::status));
        return macros;
    }

    /** The four coloured boxes: what authors call them, and what Confluence calls them in markup. */
    private enum Box {
        INFO("information", "info-filled"),
        NOTE("note", "warning"),
        TIP("tip", "approve"),
        WARNING("warning", "error");

        private final String style;
        private final String icon;

        Box(String style, String icon) {
            this.style = style;
            this.icon = icon;
        }

        private String html(Map<String, String> parameters, String body) {
            String title = parameters.getOrDefault("title", "");
            return "<div class=\"confluence-information-macro confluence-information-macro-" + style + "\">"
                    + (title.isEmpty() ? "" : "<p class=\"title\">" + Html.escape(title) + "</p>")
                    + "<span class=\"aui-icon aui-icon-small aui-iconfont-" + icon
                    + " confluence-information-macro-icon\"></span>"
                    + "<div class=\"confluence-information-macro-body\">" + body + "</div></div>";
        }
    }

    private static String panel(Map<String, String> parameters, String body) {
        String title = parameters.getOrDefault("title", "");
        return "<div class=\"panel\">"
                + (title.isEmpty() ? "" : "<div class=\"panelHeader\"><b>" + Html.escape(title) + "</b></div>")
                + "<div class=\"panelContent\">" + body + "</div></div>";
    }

    private static String expand(Map<String, String> parameters, String body) {
        String title = parameters.getOrDefault("title", "Click here to expand...");
        return "<details class=\"expand-container\"><summary class=\"expand-control\">" + Html.escape(title)
                + "</summary><div class=\"expand-content\">" + body + "</div></details>";
    }

    private static String code(Map<String, String> parameters, String body) {
        String title = parameters.getOrDefault("title", "");
        return "<div class=\"code panel\">"
                + (title.isEmpty()
                        ? ""
                        : "<div class=\"codeHeader panelHeader\"><b>" + Html.escape(title) + "</b></div>")
                + "<div class=\"codeContent panelContent\"><pre>" + Html.escape(body) + "</pre></div></div>";
    }

    private static String status(Map<String, String> parameters, String body) {
        String colour = parameters.getOrDefault("colour", parameters.getOrDefault("color", "Grey"));
        String lozenge = switch (colour.toLowerCase(Locale.ROOT)) {
            case "green" -> " aui-lozenge-success";
            case "red" -> " aui-lozenge-error";
            case "yellow" -> " aui-lozenge-moved";
            case "blue" -> " aui-lozenge-current";
            default -> "";
        };
        String title = parameters.getOrDefault("title", colour).toUpperCase(Locale.ROOT);
        return "<span class=\"status-macro aui-lozenge" + lozenge + "\">" + Html.escape(title) + "</span>";
    }
}
