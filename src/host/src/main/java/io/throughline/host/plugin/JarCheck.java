package io.throughline.host.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** Looks at a JAR before OSGi sees it: is there a descriptor, and do the three names of the plugin agree? */
final class JarCheck {

    private JarCheck() {}

    /** @throws PluginRefused saying which name differs or what is missing */
    static Descriptor descriptorOf(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry entry = file.getEntry(Descriptor.FILE);
            if (entry == null) {
                throw new PluginRefused(jar.getFileName() + " has no " + Descriptor.FILE);
            }
            Manifest manifest = file.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            try (InputStream xml = file.getInputStream(entry)) {
                Descriptor descriptor = Descriptor.of(DescriptorReader.read(xml));
                mustEqual(descriptor, main, "Bundle-SymbolicName");
                mustEqual(descriptor, main, "Atlassian-Plugin-Key");
                return descriptor;
            }
        } catch (ZipException broken) {
            throw new PluginRefused(jar.getFileName() + " is not a JAR: " + broken.getMessage(), broken);
        } catch (IOException unreadable) {
            throw new PluginRefused("cannot read " + jar, unreadable);
        }
    }

    /** "0.0.0" when the manifest has none. */
    static String bundleVersionOf(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String version = file.getManifest() == null
                    ? null
                    : file.getManifest().getMainAttributes().getValue("Bundle-Version");
            return version == null ? "0.0.0" : version.strip();
        } catch (IOException unreadable) {
            throw new PluginRefused("cannot read " + jar, unreadable);
        }
    }

    private static void mustEqual(Descriptor descriptor, Attributes manifest, String header) {
        String written = manifest.getValue(header);
        if (written == null) {
            throw new PluginRefused("the manifest of plugin " + descriptor.key() + " has no " + header);
        }
        String value = written.split(";")[0].strip();
        if (!value.equals(descriptor.key())) {
            throw new PluginRefused(header + " is " + value + " but " + Descriptor.FILE + " says " + descriptor.key());
        }
    }
}
