package io.throughline.host.web;

import io.throughline.host.plugin.Plugins;
import io.throughline.host.plugin.Tag;
import io.throughline.host.plugin.Texts;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /download/resources/…} and {@code /download/batch/…}, with or without the caching prefix {@code /s/…/_}. What lies here
 * needs no login, as in the products.
 */
final class ResourceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern CSS_URL =
            Pattern.compile("url\\(\\s*(['\"]?)(?!data:|https?:|/|#|['\"])([^)'\"]+)\\1\\s*\\)");

    private final transient WebResources resources;
    private final transient Plugins plugins;
    private final transient Texts texts;

    ResourceServlet(WebResources resources, Plugins plugins, Texts texts) {
        this.resources = resources;
        this.plugins = plugins;
        this.texts = texts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean isVersioned = path.startsWith("/s/");
        if (isVersioned) {
            path = path.substring(Math.max(0, path.indexOf("/_/") + 2));
        }
        Locale locale = Optional.ofNullable(request.getParameter("locale"))
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
        ResourceUrls urls = new ResourceUrls(request.getContextPath(), locale);
        Optional<byte[]> bytes = bytes(path, urls);
        if (bytes.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(MediaTypes.of(path));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", isVersioned ? "public, max-age=31536000" : "no-cache");
        response.setContentLength(bytes.get().length);
        response.getOutputStream().write(bytes.get());
    }

    private Optional<byte[]> bytes(String path, ResourceUrls urls) throws IOException {
        String[] parts = path.split("/", 5);
        if (parts.length < 5 || !parts[1].equals("download") || path.contains("..")) {
            return Optional.empty();
        }
        if (parts[2].equals("batch")) {
            Optional<WebResource> module = resources.find(parts[3]);
            return module.isPresent() ? batch(module.get(), parts[4], urls) : Optional.empty();
        }
        if (!parts[2].equals("resources")) {
            return Optional.empty();
        }
        return parts[3].contains(":")
                ? resources.find(parts[3]).flatMap(module -> single(module, parts[4], urls))
                : ofPlugin(parts[3], parts[4]);
    }

    private Optional<byte[]> batch(WebResource module, String name, ResourceUrls urls) throws IOException {
        String extension = name.substring(name.lastIndexOf('.'));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (WebResource.File file : module.files()) {
            if (file.name().endsWith(extension)) {
                byte[] bytes = file.source().read(file.location());
                if (bytes == null) {
                    throw new IOException("no " + file.location() + " for " + module.completeKey());
                }
                all.write(transformed(module, file, bytes, urls));
                all.write(extension.equals(".js") ? ";\n".getBytes(StandardCharsets.UTF_8) : new byte[] {'\n'});
            }
        }
        return Optional.of(all.toByteArray());
    }

    private Optional<byte[]> single(WebResource module, String name, ResourceUrls urls) {
        for (WebResource.File file : module.files()) {
            if (file.name().equals(name)) {
                return Optional.ofNullable(file.source().read(file.location()))
                        .map(bytes -> transformed(module, file, bytes, urls));
            }
            if (file.name().endsWith("/") && name.startsWith(file.name())) {
                return Optional.ofNullable(file.source().read(inFolder(file.location(), name, file.name())));
            }
        }
        return Optional.empty();
    }

    /** A download resource of the plugin itself. */
    private Optional<byte[]> ofPlugin(String pluginKey, String name) {
        return plugins.find(pluginKey).filter(plugin -> plugin.isEnabled()).flatMap(plugin -> {
            List<Tag> declared = plugin.resources().stream()
                    .filter(tag -> tag.attribute("type", "").equals("download"))
                    .toList();
            for (Tag tag : declared) {
                String folder = tag.attribute("name", "");
                String location = tag.attribute("location", "");
                if (folder.equals(name)) {
                    return Optional.ofNullable(WebResourceModules.from(plugin).read(location));
                }
                if (folder.endsWith("/") && name.startsWith(folder)) {
                    return Optional.ofNullable(WebResourceModules.from(plugin).read(inFolder(location, name, folder)));
                }
            }
            return Optional.empty();
        });
    }

    private static String inFolder(String location, String name, String folder) {
        return (location.endsWith("/") ? location : location + "/") + name.substring(folder.length());
    }

    private byte[] transformed(WebResource module, WebResource.File file, byte[] bytes, ResourceUrls urls) {
        if (file.name().endsWith(".css")) {
            String css = new String(bytes, StandardCharsets.UTF_8);
            String rewritten = CSS_URL.matcher(css)
                    .replaceAll(found -> Matcher.quoteReplacement("url(" + urls.file(module, found.group(2)) + ")"));
            return rewritten.getBytes(StandardCharsets.UTF_8);
        }
        if (file.transforms().contains("jsI18n")) {
            String script = new String(bytes, StandardCharsets.UTF_8);
            return TranslatedScript.translate(
                            script, key -> texts.raw(urls.locale(), key).orElse(key))
                    .getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }
}
