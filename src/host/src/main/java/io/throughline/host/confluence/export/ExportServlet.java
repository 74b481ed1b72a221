package io.throughline.host.confluence.export;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.mail.queue.MailQueue;
import io.throughline.host.confluence.content.Wiki;
import io.throughline.host.confluence.content.WikiAccess;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.confluence.service.PageRendering;
import io.throughline.host.launch.Node;
import io.throughline.host.web.WebTree;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A page to download: {@code /spaces/flyingpdf/pdfpageexport.action?pageId=} and {@code /exportword?pageId=}. */
public final class ExportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Node node;
    private final transient Wiki wiki;
    private final transient PageExport export;
    private final transient Format format;

    private ExportServlet(Node node, Wiki wiki, PageExport export, Format format) {
        this.node = node;
        this.wiki = wiki;
        this.export = export;
        this.format = format;
    }

    /** What kind of file, and who writes it. */
    private record Format(ConversionContextOutputType type, String mediaType, String suffix, Writer writer) {}

    private interface Writer {
        byte[] of(org.jsoup.nodes.Document document) throws IOException;
    }

    /** Mounts both, and the page that sends a page by mail. */
    public static void mount(WebTree web, Node node, Wiki wiki, PageRendering rendering) {
        PageExport export = new PageExport(rendering, node.users(), node.baseUrl());
        Pictures pictures = new Pictures(node.baseUrl());
        Format pdf = new Format(ConversionContextOutputType.PDF, "application/pdf", ".pdf", new PdfFile(pictures)::of);
        Format word = new Format(
                ConversionContextOutputType.WORD, "application/vnd.ms-word", ".doc", new WordFile(pictures)::of);
        web.servlet("/spaces/flyingpdf/pdfpageexport.action", new ExportServlet(node, wiki, export, pdf));
        PageMail mail = new PageMail(export, node.services().get(MailQueue.class), node.baseUrl());
        web.servlet("/pages/sharepage.action", new ShareServlet(node, wiki, mail));
        web.servlet("/exportword", new ExportServlet(node, wiki, export, word));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String reader = node.users().current().orElseThrow();
        Optional<WikiPage> page =
                new WikiAccess(node.users()).mayUse(reader) ? RequestedPage.of(request, wiki) : Optional.empty();
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "There is no such page");
            return;
        }
        byte[] file = format.writer.of(export.document(page.get(), reader, format.type));
        response.setContentType(format.mediaType);
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + fileName(page.get()));
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    private String fileName(WikiPage page) {
        return URLEncoder.encode(page.title(), StandardCharsets.UTF_8).replace("+", "%20") + format.suffix;
    }
}
