package io.throughline.host.confluence.export;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.confluence.service.PageRendering;
import io.throughline.host.launch.Users;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A page as a document of its own, made off the request's thread. */
final class PageExport {

    private final PageRendering rendering;
    private final Users users;
    private final String baseUrl;

    /** @param baseUrl what relative addresses of the page are below, with the context path */
    PageExport(PageRendering rendering, Users users, String baseUrl) {
        this.rendering = rendering;
        this.users = users;
        this.baseUrl = baseUrl;
    }

    /**
     * The page's title and body with absolute addresses, and nothing of any plugin's style.
     *
     * @throws IOException when rendering broke
     */
    Document document(WikiPage page, String reader, ConversionContextOutputType type) throws IOException {
        String html = onAThreadOfItsOwn(page, reader, type);
        Document document = Jsoup.parseBodyFragment(html, baseUrl + "/");
        document.outputSettings().charset("UTF-8");
        document.title(page.title());
        document.body().prependElement("h1").text(page.title());
        document.select("script, link, style, meta, iframe, form, input, button")
                .remove();
        document.select("[href]").forEach(element -> element.attr("href", element.absUrl("href")));
        document.select("[src]").forEach(element -> element.attr("src", element.absUrl("src")));
        return document;
    }

    private String onAThreadOfItsOwn(WikiPage page, String reader, ConversionContextOutputType type)
            throws IOException {
        FutureTask<String> task = new FutureTask<>(() -> users.as(reader, () -> rendering.html(page, type)));
        Thread thread = new Thread(task, "export of page " + page.id());
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException broken) {
            throw new IOException("page " + page.id() + " could not be exported", broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the export of page " + page.id() + " was stopped", stopped);
        }
    }
}
