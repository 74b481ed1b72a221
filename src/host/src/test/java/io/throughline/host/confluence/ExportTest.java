package io.throughline.host.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as PDF and Word, with a foreign plugin's macro in them. */
@Tag("slow")
class ExportTest {

    private static final String KEY = "com.example.exports";

    private static final String MACRO = """
            import com.atlassian.confluence.content.render.xhtml.ConversionContext;
            import com.atlassian.confluence.macro.Macro;
            import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
            import com.atlassian.webresource.api.assembler.PageBuilderService;
            import java.util.Map;
            public class Told implements Macro {
                private final PageBuilderService pages;
                @jakarta.inject.Inject
                public Told(PageBuilderService pages) { this.pages = pages; }
                public String execute(Map<String, String> parameters, String body, ConversionContext context) {
                    pages.assembler().resources().requireWebResource("com.example.exports:styles");
                    return "<p class='hidden'>as " + context.getOutputType() + " for " + AuthenticatedUserThreadLocal.get().getName()
                        + " on " + Thread.currentThread().getName() + "</p>" + parameters.getOrDefault("html", "");
                }
                public BodyType getBodyType() { return BodyType.NONE; }
                public OutputType getOutputType() { return OutputType.BLOCK; }
            }
            """;

    private static final String PICTURE = """
            import jakarta.servlet.http.*;
            @com.atlassian.annotations.security.UnrestrictedAccess
            public class Picture extends HttpServlet {
                protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                    if (request.getPathInfo().contains("secret") && request.getRemoteUser() == null) {
                        response.sendError(401);
                        return;
                    }
                    response.setContentType("image/png");
                    response.getOutputStream().write(java.util.Base64.getDecoder().decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="));
                }
            }
            """;

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(new ConfluenceProduct(), folder);
        node.install(plugin());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aPageBecomesAPdfForItsReaderOnAThreadWithoutARequest() throws Exception {
        String page = page("Quarter review", "<h2>Result</h2><p>All <b>well</b>.</p>" + told(""));

        byte[] file = pdf("exec", page);

        assertThat(text(file))
                .contains("Quarter review", "Result", "All well.")
                .contains("as pdf for exec on export of page " + page);
    }

    @Test
    void theEngineKnowsNoDrawingNoFlexAndNoCustomProperties() throws Exception {
        String table = "<table><tr><td>left</td><td>right</td></tr></table>";
        String modern = "<svg width='50' height='50'><text>drawn</text></svg><canvas>painted</canvas>"
                + "<div style='--gap: 3px; display: flex; color: var(--none, red)'><p>one</p><p>two</p></div>"
                + "<p style='display: var(--none, none)'>three</p>";
        String text = text(pdf("exec", page("Poor engine", told(table + modern))));

        assertThat(text).contains("left right").doesNotContain("drawn", "painted");
        assertThat(text.lines().map(String::strip))
                .as("a row that flex would make")
                .contains("one", "two", "three");
    }

    @Test
    void noStyleSheetOfAPluginReachesAnExport() throws Exception {
        String page = page("Styles", told("<style>p { display: none }</style><p>still here</p>"));

        assertThat(text(pdf("exec", page))).contains("still here", "as pdf");
        assertThat(html(word("exec", page)))
                .contains("still here")
                .doesNotContain("display: none", "com.example.exports:styles");
    }

    @Test
    void picturesAreFetchedAsNobody() throws Exception {
        String open = "<img src='/confluence/plugins/servlet/picture/open' alt='open'/>";
        String secret = "<img src='/confluence/plugins/servlet/picture/secret' alt='secret'/>";
        String foreign = "<img src='http://127.0.0.1:1/other' alt='foreign'/>";

        assertThat(pictures(pdf("exec", page("Open picture", told(open))))).isOne();
        assertThat(pictures(pdf("exec", page("Secret picture", told(secret + foreign)))))
                .isZero();
        assertThat(word("exec", page("Open picture in Word", told(open)))).contains("Content-Type: image/png");
        assertThat(word("exec", page("Secret picture in Word", told(secret))))
                .doesNotContain("Content-Type: image/png");
    }

    @Test
    void wordGetsOneMessageOfThePageAndItsPictures() throws Exception {
        String message = word("dev", page("Für Word", "<p>Größe</p>" + told("")));

        assertThat(message).startsWith("Subject: Exported From Confluence").contains("multipart/related");
        assertThat(html(message)).contains("<h1>Für Word</h1>", "Größe", "as word for dev");
    }

    @Test
    void aSharedPageIsAMailAsItsReceiverSeesIt() throws Exception {
        String page = page("Shared", told("<svg><text>drawn</text></svg>"));

        assertThat(share(page, "exec").statusCode()).isEqualTo(302);
        assertThat(share(page, "nobody").statusCode()).isEqualTo(404);

        String outbox = node.getAs("admin", "/plugins/servlet/outbox").body();
        assertThat(outbox).contains("Pat Moore shared &quot;Shared&quot; with you");
        String mail = outbox.replaceAll("(?s).*?(/plugins/servlet/outbox)?\\?body=(\\d+).*", "$2");
        assertThat(node.getAs("admin", "/plugins/servlet/outbox?body=" + mail).body())
                .contains("as email for exec", "Please read", "/pages/viewpage.action?pageId=" + page)
                .doesNotContain("drawn");
    }

    private static HttpResponse<String> share(String page, String user) throws Exception {
        return node.post(
                "pmo",
                "/pages/sharepage.action",
                "pageId=" + page + "&user=" + user + "&note=Please+read",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    @Test
    void whoMayNotUseConfluenceFindsNothing() throws Exception {
        String path = "/exportword?pageId=" + page("Closed", "<p/>");

        assertThat(node.getAs("exec", path).statusCode()).isEqualTo(200);
        assertThat(node.getAs("exec", "/exportword?pageId=999999").statusCode()).isEqualTo(404);
        assertThat(node.get(path).statusCode()).isNotEqualTo(200);
    }

    private static String told(String html) {
        return "<ac:structured-macro ac:name=\"told\"><ac:parameter ac:name=\"html\"><![CDATA[" + html
                + "]]></ac:parameter></ac:structured-macro>";
    }

    private static PlantedPlugin plugin() {
        return PlantedPlugin.named(KEY)
                .imports(
                        "com.atlassian.annotations.security",
                        "com.atlassian.confluence.macro;resolution:=optional",
                        "com.atlassian.confluence.content.render.xhtml;resolution:=optional",
                        "com.atlassian.confluence.user;resolution:=optional",
                        "com.atlassian.user;resolution:=optional",
                        "com.atlassian.webresource.api.assembler",
                        "jakarta.inject",
                        "jakarta.servlet",
                        "jakarta.servlet.http")
                .source(KEY + ".Told", MACRO)
                .source(KEY + ".Picture", PICTURE)
                .index("imports", "com.atlassian.webresource.api.assembler.PageBuilderService#pages")
                .file("css/styles.css", ".hidden { display: none }")
                .modules("<web-resource key=\"styles\"><resource type=\"download\" name=\"styles.css\""
                        + " location=\"/css/styles.css\"/></web-resource>")
                .modules("<servlet key=\"picture\" class=\"com.example.exports.Picture\">"
                        + "<url-pattern>/picture/*</url-pattern></servlet>")
                .modules("<xhtml-macro key=\"told\" name=\"told\" class=\"com.example.exports.Told\""
                        + " application=\"confluence\"/>");
    }

    private static String page(String title, String storage) throws Exception {
        HttpResponse<String> made = node.post(
                "pmo",
                "/rest/api/content",
                "{\"type\":\"page\",\"title\":\"" + title + "\",\"space\":{\"key\":\"STRAT\"},\"body\":{\"storage\":"
                        + "{\"representation\":\"storage\",\"value\":\"" + storage.replace("\"", "\\\"") + "\"}}}",
                "Content-Type",
                "application/json");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        return made.body().replaceAll("(?s).*?\"id\":\"(\\d+)\".*", "$1");
    }

    private static byte[] pdf(String reader, String page) throws Exception {
        HttpResponse<byte[]> answer = node.bytesAs(reader, "/spaces/flyingpdf/pdfpageexport.action?pageId=" + page);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }

    private static String word(String reader, String page) throws Exception {
        HttpResponse<byte[]> answer = node.bytesAs(reader, "/exportword?pageId=" + page);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/vnd.ms-word");
        return new String(answer.body(), StandardCharsets.US_ASCII);
    }

    /** The first part, which is the page. */
    private static String html(String message) {
        String part = message.substring(message.indexOf("exported.html") + "exported.html".length());
        String encoded = Arrays.stream(part.split("\r\n"))
                .dropWhile(String::isEmpty)
                .takeWhile(line -> !line.isEmpty() && !line.startsWith("--"))
                .reduce("", String::concat);
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static int pictures(byte[] pdf) throws IOException {
        int found = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDResources resources = document.getPage(0).getResources();
            for (var name : resources.getXObjectNames()) {
                found += resources.isImageXObject(name) ? 1 : 0;
            }
        }
        return found;
    }
}
