package io.throughline.host.rest;

import io.throughline.host.plugin.Plugin;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * Finds resources and providers in a bundle's own entries. Class files are read, not loaded, until one is annotated; what lies in a
 * nested JAR is not seen, as on the platform.
 */
final class ScannedClasses {

    private ScannedClasses() {}

    /** @param packages where to look, sub-packages included; empty for the whole bundle */
    static Set<Class<?>> in(Plugin plugin, List<String> packages) throws IOException {
        Set<Class<?>> found = new LinkedHashSet<>();
        List<String> folders = packages.isEmpty()
                ? List.of("/")
                : packages.stream().map(name -> name.replace('.', '/')).toList();
        SimpleMetadataReaderFactory reader = new SimpleMetadataReaderFactory();
        for (String folder : folders) {
            for (URL file : plugin.entries(folder, "*.class")) {
                AnnotationMetadata metadata = read(reader, file);
                if (metadata.hasAnnotation(Path.class.getName()) || metadata.hasAnnotation(Provider.class.getName())) {
                    found.add(plugin.load(metadata.getClassName()));
                }
            }
        }
        return found;
    }

    private static AnnotationMetadata read(SimpleMetadataReaderFactory reader, URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return reader.getMetadataReader(new ByteArrayResource(in.readAllBytes()))
                    .getAnnotationMetadata();
        }
    }
}
