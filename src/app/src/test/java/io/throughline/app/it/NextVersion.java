package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The JAR under a higher version, signed by the build's own tool with a key of its own, to be installed over the one that runs. */
final class NextVersion {
    static final String VERSION = "99.0.0";
    private static final String BOUNDARY = "next-version";

    private final Path jar;

    NextVersion(Path folder) throws Exception {
        jar = Files.write(folder.resolve("throughline-" + VERSION + ".jar"), jar());
        Process signing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of(System.getProperty("throughline.root"), ".mvn", "build", "Sign.java")
                                .toString(),
                        jar.toString())
                .inheritIO()
                .start();
        assertThat(signing.waitFor()).isZero();
    }

    /** For the products' trust store. */
    Path certificate() {
        return jar.resolveSibling("throughline-signer.pem");
    }

    private static byte[] jar() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarFile jar = new JarFile(System.getProperty("throughline.jar"))) {
            Manifest manifest = new Manifest(jar.getManifest());
            String before = manifest.getMainAttributes().getValue("Bundle-Version");
            manifest.getMainAttributes().putValue("Bundle-Version", VERSION);
            try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
                out.setLevel(1);
                Enumeration<JarEntry> entries = jar.entries();
                while (entries.hasMoreElements()) {
                    JarEntry entry = entries.nextElement();
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        try (InputStream in = jar.getInputStream(entry)) {
                            out.write(
                                    entry.getName().equals("atlassian-plugin.xml")
                                            ? raised(in, before)
                                            : in.readAllBytes());
                        }
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] raised(InputStream descriptor, String before) throws Exception {
        String xml = new String(descriptor.readAllBytes(), StandardCharsets.UTF_8);
        return xml.replace("<version>" + before + "</version>", "<version>" + VERSION + "</version>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Uploads it to the plugin manager of a product, as an administrator does. */
    void installIn(String productUrl) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        part(form, "plugin-file", jar);
        part(form, "signature-file", Path.of(jar + ".sig"));
        form.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(productUrl + "/plugins/servlet/upm?action=upload"))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8)))
                                .header("X-Atlassian-Token", "no-check")
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(VERSION + " is installed");
    }

    private static void part(ByteArrayOutputStream form, String name, Path file) throws Exception {
        form.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                        + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.write(Files.readAllBytes(file));
        form.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
