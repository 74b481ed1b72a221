package io.throughline.host.manage;

import io.throughline.host.launch.Node;
import io.throughline.host.plugin.Plugin;
import io.throughline.host.plugin.PluginRefused;
import io.throughline.host.plugin.Plugins;
import io.throughline.host.web.SameOrigin;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /plugins/servlet/upm}: what is installed, with every module and its state, and forms to enable, disable, upload and
 * uninstall. For administrators. Upload is refused unless {@code -Dupm.plugin.upload.enabled=true}, as in the products (dossier 1.11).
 */
@MultipartConfig(maxFileSize = 200L << 20, maxRequestSize = 201L << 20, fileSizeThreshold = 1 << 20)
public final class PluginManagerPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Where both products mount it. */
    public static final String PATH = "/plugins/servlet/upm";

    private static final String UPLOAD = "upm.plugin.upload.enabled";

    private final transient Node node;
    private final transient AdminScreen screen;
    private final transient UploadedPlugins uploads;

    public PluginManagerPage(Node node) {
        this.node = node;
        this.screen = new AdminScreen(node);
        this.uploads = new UploadedPlugins(node.sharedHome());
    }

    /** One plugin as the page shows it. */
    public record Entry(
            String key,
            String name,
            String version,
            String vendor,
            boolean enabled,
            String failure,
            String count,
            List<Line> modules) {}

    /** @param tone of the lozenge */
    public record Line(String key, String type, String state, String tone, String note, String change) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (screen.isAdministrator(response)) {
            show(request, response, HttpServletResponse.SC_OK, "", Optional.empty());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (SameOrigin.isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "XSRF check failed");
            return;
        }
        if (!screen.isAdministrator(response)) {
            return;
        }
        try {
            String done = change(request);
            show(request, response, HttpServletResponse.SC_OK, done, Optional.empty());
        } catch (UploadIsOff off) {
            show(request, response, HttpServletResponse.SC_FORBIDDEN, "", Optional.of(off.getMessage()));
        } catch (PluginRefused | IllegalArgumentException refused) {
            show(request, response, HttpServletResponse.SC_BAD_REQUEST, "", Optional.of(refused.getMessage()));
        }
    }

    private static final class UploadIsOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UploadIsOff() {
            super("Plugins cannot be installed via upload. Start with -D" + UPLOAD + "=true to allow it.");
        }
    }

    private String change(HttpServletRequest request) throws ServletException, IOException {
        Plugins plugins = node.plugins();
        String key = Optional.ofNullable(request.getParameter("plugin")).orElse("");
        String module = Optional.ofNullable(request.getParameter("module")).orElse("");
        switch (Optional.ofNullable(request.getParameter("action")).orElse("")) {
            case "enable" -> plugins.enable(key);
            case "disable" -> plugins.disable(key);
            case "enable-module" -> plugins.enableModule(key, module);
            case "disable-module" -> plugins.disableModule(key, module);
            case "uninstall" -> {
                plugins.uninstall(key);
                uploads.forget(key);
                return key + " is uninstalled. Its data stays.";
            }
            case "upload" -> {
                Plugin installed = upload(request, plugins);
                return installed.name() + " " + installed.version() + " is installed.";
            }
            default -> throw new IllegalArgumentException("There is no such action.");
        }
        return (module.isEmpty() ? key : key + ":" + module) + " is changed.";
    }

    private Plugin upload(HttpServletRequest request, Plugins plugins) throws ServletException, IOException {
        if (!Boolean.getBoolean(UPLOAD)) {
            throw new UploadIsOff();
        }
        Part jar = request.getPart("plugin-file");
        Part signature = request.getPart("signature-file");
        if (jar == null || jar.getSize() == 0) {
            throw new IllegalArgumentException("Choose a JAR to upload.");
        }
        try (InputStream bytes = jar.getInputStream();
                InputStream signed =
                        signature == null || signature.getSize() == 0 ? null : signature.getInputStream()) {
            return uploads.install(
                    Optional.ofNullable(jar.getSubmittedFileName()).orElse(""), bytes, signed, plugins);
        }
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, int status, String done, Optional<String> error)
            throws IOException {
        Map<String, Object> values = new HashMap<>();
        values.put("path", request.getContextPath() + PATH);
        values.put("plugins", node.plugins().all().stream().map(this::entry).toList());
        values.put("done", done);
        values.put("error", error.orElse(""));
        values.put("mayUpload", Boolean.getBoolean(UPLOAD));
        screen.show(request, response, status, "plugins", values);
    }

    private Entry entry(Plugin plugin) {
        List<Line> lines =
                plugin.modules().stream().map(PluginManagerPage::line).toList();
        long enabled = plugin.modules().stream()
                .filter(module -> module.state() == Plugin.State.ENABLED)
                .count();
        return new Entry(
                plugin.key(),
                plugin.name(),
                plugin.version(),
                plugin.info().getOrDefault("vendor", ""),
                plugin.isEnabled(),
                plugin.failure(),
                enabled + " of " + lines.size() + " modules enabled",
                lines);
    }

    private static Line line(Plugin.ModuleState module) {
        String words = module.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (module.state()) {
            case ENABLED -> new Line(module.key(), module.type(), words, "success", module.note(), "disable-module");
            case DISABLED -> new Line(module.key(), module.type(), words, "default", module.note(), "enable-module");
            case FAILED -> new Line(module.key(), module.type(), words, "removed", module.note(), "");
            case UNRECOGNISED -> new Line(module.key(), module.type(), words, "moved", module.note(), "");
            case OTHER_PRODUCT -> new Line(module.key(), module.type(), words, "default", module.note(), "");
        };
    }
}
