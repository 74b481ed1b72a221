package io.throughline.app.confluence.wiki;

import com.atlassian.confluence.api.service.accessmode.AccessModeService;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ConfluenceImport;
import io.throughline.app.web.Languages;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Confluence's read-only mode: while administrators have it on, nothing of ours changes anything here, or anything in Jira from here.
 * Confluence refuses changes of pages by itself; what the app keeps beside pages it knows nothing of, so whatever writes asks here first.
 */
@ConfluenceComponent
public class ReadOnlySite {
    /** Of every refusal, as of Confluence's own: no method that changes something is allowed for the time being. */
    public static final int STATUS = HttpServletResponse.SC_METHOD_NOT_ALLOWED;

    private final AccessModeService mode;
    private final Languages languages;

    @Inject
    public ReadOnlySite(@ConfluenceImport AccessModeService mode, Languages languages) {
        this.mode = mode;
        this.languages = languages;
    }

    /** Whether nothing may be changed now. */
    public boolean isReadOnly() {
        return mode.shouldEnforceReadOnlyAccess();
    }

    /** The same in words for the reader; empty while things may be changed. */
    public String notice() {
        return isReadOnly() ? languages.ofReader().text("throughline.read-only") : "";
    }

    /**
     * Answers a form that would change something, if that cannot be now: in one sentence, for the person who sent it.
     *
     * @return whether it was answered
     */
    public boolean refuses(HttpServletResponse response) throws IOException {
        String notice = notice();
        if (notice.isEmpty()) {
            return false;
        }
        response.setStatus(STATUS);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(notice);
        return true;
    }
}
