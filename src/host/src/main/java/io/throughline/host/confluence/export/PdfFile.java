package io.throughline.host.confluence.export;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A document as PDF. */
final class PdfFile {

    /** Confluence's own, in short: it knows nothing of plugins. */
    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Helvetica; } }
            body { font: 10pt/1.4 Helvetica, sans-serif; color: #172b4d; }
            h1 { font-size: 20pt; font-weight: normal; margin: 0 0 8mm; }
            h2 { font-size: 15pt; font-weight: normal; } h3 { font-size: 12pt; }
            table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate; page-break-inside: auto; }
            tr { page-break-inside: avoid; }
            .confluenceTable th, .confluenceTable td { border: 0.5pt solid #c1c7d0; padding: 2mm; text-align: left; vertical-align: top; }
            a { color: #0052cc; text-decoration: none; }
            pre, code { font-family: Courier, monospace; font-size: 9pt; }
            """;

    /** The engine this one stands for is older: it has never heard of custom properties, and drops the declaration. */
    private static final Pattern UNKNOWN_DECLARATION =
            Pattern.compile("[^;{}]*(?:\\bvar\\(|:\\s*(?:inline-)?(?:flex|grid)\\b)[^;]*;?|(?:^|;)\\s*--[^;]*");

    static {
        // the engine tells every step, and speaks for itself before any configuration
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final Pictures pictures;

    PdfFile(Pictures pictures) {
        this.pictures = pictures;
    }

    byte[] of(Document document) throws IOException {
        document.head().appendElement("style").appendText(STYLE);
        document.select("svg, canvas, video, audio").remove();
        for (Element styled : document.select("[style]")) {
            styled.attr(
                    "style", UNKNOWN_DECLARATION.matcher(styled.attr("style")).replaceAll(""));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .useFastMode()
                .useProtocolsStreamImplementation(new PictureStreams(), "http", "https")
                .useUriResolver((base, address) -> address.matches("(?i)(https?|data):.*") ? address : null)
                .withW3cDocument(new W3CDom().fromJsoup(document), document.baseUri())
                .toStream(out)
                .run();
        return out.toByteArray();
    }

    private final class PictureStreams implements FSStreamFactory {

        @Override
        public FSStream getUrl(String address) {
            byte[] bytes = pictures.fetch(address).map(Pictures.Picture::bytes).orElse(new byte[0]);
            return new FSStream() {
                @Override
                public InputStream getStream() {
                    return new ByteArrayInputStream(bytes);
                }

                @Override
                public Reader getReader() {
                    return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
                }
            };
        }
    }
}
