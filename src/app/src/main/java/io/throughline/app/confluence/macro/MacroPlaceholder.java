package io.throughline.app.confluence.macro;

import com.atlassian.confluence.content.render.image.ImageDimensions;
import com.atlassian.confluence.macro.DefaultImagePlaceholder;
import com.atlassian.confluence.macro.ImagePlaceholder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/** Where the picture is that stands for a macro in the editor: drawn by a servlet from what the address says. */
public final class MacroPlaceholder {
    public static final int WIDTH = 420;
    public static final int HEIGHT = 72;

    /** Below the plugin servlets. */
    public static final String PATH = "/throughline/editor/placeholder";

    private MacroPlaceholder() {}

    static ImagePlaceholder of(String macro, Map<String, String> parameters) {
        StringBuilder url = new StringBuilder("/plugins/servlet" + PATH + "?macro=" + encoded(macro));
        String key = Stream.of("plan", "objective", "kpi")
                .map(each -> parameters.getOrDefault(each, ""))
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("");
        add(url, "key", key);
        add(url, "name", parameters.getOrDefault(StrategyMacro.NAME, ""));
        add(url, "asOf", parameters.getOrDefault(StrategyMacro.AS_OF, ""));
        return new DefaultImagePlaceholder(url.toString(), false, new ImageDimensions(WIDTH, HEIGHT));
    }

    private static void add(StringBuilder url, String name, String value) {
        if (!value.isBlank()) {
            url.append('&').append(name).append('=').append(encoded(value.strip()));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
