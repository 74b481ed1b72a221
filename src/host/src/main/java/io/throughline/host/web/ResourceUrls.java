package io.throughline.host.web;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a web resource's batches are. The version is part of the path, so that a browser asks again after an upgrade, and the
 * locale is there because scripts are translated on the way out. As in production the files of a module come as one batch: a
 * script cannot find its siblings from its own address.
 */
record ResourceUrls(String contextPath, Locale locale) {

    Optional<String> styleSheet(WebResource resource) {
        return batch(resource, ".css").map(path -> path);
    }

    Optional<String> script(WebResource resource) {
        return batch(resource, ".js").map(path -> path + "?locale=" + locale.toLanguageTag());
    }

    /** Of a single file, for style sheets that name images and fonts. */
    String file(WebResource resource, String name) {
        return prefix(resource) + "/download/resources/" + resource.completeKey() + "/" + name;
    }

    private Optional<String> batch(WebResource resource, String extension) {
        boolean any = resource.files().stream().anyMatch(file -> file.name().endsWith(extension));
        String key = resource.completeKey();
        return any
                ? Optional.of(prefix(resource) + "/download/batch/" + key + "/" + key + extension)
                : Optional.empty();
    }

    private String prefix(WebResource resource) {
        return contextPath + "/s/" + resource.version() + "/_";
    }
}
