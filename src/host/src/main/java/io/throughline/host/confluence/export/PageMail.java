package io.throughline.host.confluence.export;

import com.atlassian.confluence.content.render.xhtml.ConversionContextOutputType;
import com.atlassian.mail.Email;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.queue.SingleMailQueueItem;
import io.throughline.host.confluence.content.WikiPage;
import io.throughline.host.launch.Users;
import java.io.IOException;
import org.jsoup.nodes.Document;

/** A page sent by mail: rendered for mail, as whoever receives it would see it. */
public final class PageMail {

    private final PageExport export;
    private final MailQueue queue;
    private final String baseUrl;

    PageMail(PageExport export, MailQueue queue, String baseUrl) {
        this.export = export;
        this.queue = queue;
        this.baseUrl = baseUrl;
    }

    /**
     * Queues one mail.
     *
     * @param note from the sender, may be empty
     * @throws IOException when the page could not be rendered
     */
    public void send(WikiPage page, Users.User sender, Users.User receiver, String note) throws IOException {
        Document document = export.document(page, receiver.name(), ConversionContextOutputType.EMAIL);
        document.select("svg, canvas, video, audio").remove();
        if (!note.isBlank()) {
            document.body().prependElement("blockquote").text(note);
        }
        document.body().prependElement("p").text(sender.fullName() + " shared a page with you:");
        document.body()
                .appendElement("p")
                .appendElement("a")
                .attr("href", baseUrl + "/pages/viewpage.action?pageId=" + page.id())
                .text("View page");
        queue.addItem(new SingleMailQueueItem(new Email(receiver.email())
                .setSubject("[Confluence] " + sender.fullName() + " shared \"" + page.title() + "\" with you")
                .setMimeType("text/html")
                .setBody(document.outerHtml())));
    }
}
