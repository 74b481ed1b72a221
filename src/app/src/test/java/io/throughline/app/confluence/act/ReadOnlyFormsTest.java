package io.throughline.app.confluence.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.confluence.wiki.AccessMode;
import io.throughline.app.confluence.wiki.OpenPage;
import io.throughline.app.confluence.wiki.Pages;
import io.throughline.app.confluence.wiki.ReadOnlySite;
import io.throughline.app.web.PageResources;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Decisions and actions while Confluence is read-only: what was written is shown, nothing is offered and nothing is taken. */
class ReadOnlyFormsTest {
    private final WorkDesk desk = mock(WorkDesk.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final StringWriter answer = new StringWriter();

    ReadOnlyFormsTest() throws Exception {
        when(response.getWriter()).thenReturn(new PrintWriter(answer));
    }

    @Test
    void theFormIsNeitherShownNorTakenAndSaysWhy() throws Exception {
        WorkServlet servlet = new WorkServlet(desk, AccessMode.readOnly(Locale.GERMANY));

        servlet.doPost(request, response);
        servlet.doGet(request, response);

        verifyNoInteractions(desk);
        verify(response, org.mockito.Mockito.times(2)).setStatus(405);
        assertThat(answer.toString()).startsWith("Confluence ist gerade schreibgeschützt");
    }

    @Test
    void theFormIsShownAndTakenOtherwise() throws Exception {
        WorkServlet servlet = new WorkServlet(desk, AccessMode.readWrite());

        servlet.doGet(request, response);
        servlet.doPost(request, response);

        verify(desk).show(request, response);
        verify(desk).take(request, response);
        verify(response, org.mockito.Mockito.never()).setStatus(405);
    }

    @Test
    void theButtonIsOfferedOnlyWhileSomethingCanBeRecorded() {
        assertThat(list(AccessMode.readWrite())).contains("What we decided", "Record a decision or an action");
        assertThat(list(AccessMode.readOnly()))
                .contains("What we decided")
                .doesNotContain("page-work", "Record a decision or an action");
    }

    private static String list(ReadOnlySite site) {
        Pages pages = mock(Pages.class);
        when(pages.rendered(any())).thenReturn(Optional.of(new OpenPage(5, "Review", "pmo", "", true)));
        when(pages.user()).thenReturn(Optional.of(mock(UserProfile.class)));
        when(pages.context()).thenReturn("/confluence");
        ConversionContext context = mock(ConversionContext.class);
        when(context.getOutputType()).thenReturn("display");
        return new ActionsMacro(
                        pages,
                        site,
                        TestLanguage.languages(Locale.ENGLISH),
                        mock(PageResources.class),
                        new StrictTemplates())
                .execute(Map.of(), "<p>What we decided</p>", context);
    }
}
