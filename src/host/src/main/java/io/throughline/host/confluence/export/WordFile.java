package io.throughline.host.confluence.export;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A document as Confluence gives it to Word: one MIME message of the HTML and its pictures. */
final class WordFile {

    private static final String BOUNDARY = "----=_Part_of_the_page";
    private static final String LINE = "\r\n";
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, LINE.getBytes(StandardCharsets.US_ASCII));
    private static final String STYLE = """
            @page Section1 { size: 8.5in 11.0in; margin: 1.0in; mso-header-margin: .5in; mso-footer-margin: .5in; }
            body { font-family: Arial, Helvetica, sans-serif; font-size: 10pt; }
            table.confluenceTable th, table.confluenceTable td { border: 1px solid #c1c7d0; padding: 5px 7px; vertical-align: top; }
            """;

    private final Pictures pictures;

    WordFile(Pictures pictures) {
        this.pictures = pictures;
    }

    byte[] of(Document document) {
        document.select("svg, canvas, video, audio").remove();
        document.head().appendElement("style").appendText(STYLE);
        Map<String, Pictures.Picture> parts = new LinkedHashMap<>();
        for (Element image : document.select("img[src]")) {
            Optional<Pictures.Picture> picture = pictures.fetch(image.attr("src"));
            if (picture.isPresent()) {
                String name = "picture" + (parts.size() + 1);
                parts.put(name, picture.get());
                image.attr("src", name);
            }
        }
        StringBuilder message = new StringBuilder();
        message.append("Subject: Exported From Confluence").append(LINE);
        message.append("MIME-Version: 1.0").append(LINE);
        message.append("Content-Type: multipart/related; boundary=\"" + BOUNDARY + "\"")
                .append(LINE);
        part(
                message,
                "file:///C:/exported.html",
                "text/html; charset=UTF-8",
                document.outerHtml().getBytes(StandardCharsets.UTF_8));
        parts.forEach((name, picture) -> part(message, "file:///C:/" + name, picture.mediaType(), picture.bytes()));
        message.append(LINE).append("--" + BOUNDARY + "--").append(LINE);
        return message.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void part(StringBuilder message, String location, String type, byte[] content) {
        message.append(LINE).append("--" + BOUNDARY).append(LINE);
        message.append("Content-Type: ").append(type).append(LINE);
        message.append("Content-Transfer-Encoding: base64").append(LINE);
        message.append("Content-Location: ").append(location).append(LINE).append(LINE);
        message.append(BASE64.encodeToString(content)).append(LINE);
    }
}
