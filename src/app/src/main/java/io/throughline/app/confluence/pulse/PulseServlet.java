package io.throughline.app.confluence.pulse;

import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.confluence.wiki.OpenPage;
import io.throughline.app.confluence.wiki.OwnForms;
import io.throughline.app.confluence.wiki.Pages;
import io.throughline.app.confluence.wiki.ReadOnlySite;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Takes what readers answer, as a form that a page without any script can send. Only who may view the page may answer, only pages that ask
 * are answered, and nothing here tells what anybody said.
 */
public class PulseServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String PATH = "/throughline/pulse";

    private final transient Pages pages;
    private final transient Answers answers;
    private final transient ReadOnlySite site;
    private final transient Clock clock;

    @Inject
    public PulseServlet(Pages pages, Answers answers, ReadOnlySite site) {
        this(pages, answers, site, Clock.systemUTC());
    }

    PulseServlet(Pages pages, Answers answers, ReadOnlySite site, Clock clock) {
        this.pages = pages;
        this.answers = answers;
        this.site = site;
        this.clock = clock;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (OwnForms.isForeign(request, pages.home())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (site.refuses(response)) {
            return;
        }
        Optional<UserProfile> reader = pages.user();
        if (reader.isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        Optional<OpenPage> page = page(request).filter(PulseServlet::asks);
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String user = reader.get().getUserKey().getStringValue();
        if (request.getParameter("withdraw") != null) {
            answers.takeBack(page.get().id(), user);
        } else {
            try {
                answers.keep(answer(request, page.get().id(), user));
            } catch (IllegalArgumentException refused) {
                // the form cannot send this; somebody wrote the request by hand
                response.sendError(HttpServletResponse.SC_BAD_REQUEST, refused.getMessage());
                return;
            }
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", request.getContextPath() + Pages.path(page.get().id()) + "#throughline-pulse");
    }

    private Optional<OpenPage> page(HttpServletRequest request) {
        String id = text(request, "page");
        return id.matches("\\d{1,18}") ? pages.page(Long.parseLong(id)) : Optional.empty();
    }

    private static boolean asks(OpenPage page) {
        return page.storage().contains("ac:name=\"" + PulseMacro.NAME + "\"");
    }

    private Answer answer(HttpServletRequest request, long page, String user) {
        String clear = text(request, "clear");
        return new Answer(
                0,
                page,
                user,
                clear.isEmpty() ? null : Integer.valueOf(clear),
                text(request, "kind").equals("idea") ? Answer.Kind.IDEA : Answer.Kind.QUESTION,
                words(request),
                !text(request, "named").isEmpty(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                "");
    }

    /** Browsers count a line's end as one character and send two. Pasted control characters stay out: some databases keep none. */
    private static String words(HttpServletRequest request) {
        return text(request, "words")
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
