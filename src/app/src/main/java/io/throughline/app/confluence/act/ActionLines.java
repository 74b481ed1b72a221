package io.throughline.app.confluence.act;

import static io.throughline.app.confluence.wiki.StorageText.escaped;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.confluence.wiki.Pages;
import io.throughline.app.web.Language;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Writes decisions and actions into the page, as plain content of the actions macro. */
@ConfluenceComponent
public class ActionLines {
    private final Pages pages;
    private final Clock clock;

    @Inject
    public ActionLines(Pages pages) {
        this(pages, Clock.systemUTC());
    }

    ActionLines(Pages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** @return whether the page says it now; a page that names the issue already is left as it is */
    boolean add(long page, Made.Issue issue, Wish wish, UserProfile user, Language language) {
        String line = line(issue, wish, user, language);
        boolean[] isThere = {false};
        boolean mayEdit = pages.edit(page, storage -> {
            isThere[0] = storage.contains(escaped(issue.url()) + "\"");
            if (isThere[0]) {
                return storage;
            }
            return StorageLines.append(storage, ActionsMacro.NAME, line)
                    .map(longer -> {
                        isThere[0] = true;
                        return longer;
                    })
                    .orElse(storage);
        });
        return mayEdit && isThere[0];
    }

    private String line(Made.Issue issue, Wish wish, UserProfile user, Language language) {
        String kind = language.text(wish.isDecision() ? "throughline.actions.decision" : "throughline.actions.action");
        String name = user.getFullName() == null ? user.getUsername() : user.getFullName();
        String objective = wish.objective().isEmpty() ? "" : wish.objective() + ", ";
        String day = language.date(LocalDate.now(clock.withZone(ZoneId.systemDefault())));
        return "<p><strong>" + escaped(kind) + "</strong> <a href=\"" + escaped(issue.url()) + "\">"
                + escaped(issue.key() + " " + wish.summary()) + "</a><br/>" + escaped(objective + name + ", " + day)
                + "</p>";
    }
}
