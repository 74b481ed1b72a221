package io.throughline.host.jira.page;

import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.IssueRow;
import io.throughline.host.jira.model.StatusCategories;
import io.throughline.host.jira.service.Workflow;
import io.throughline.host.jira.workflow.TransitionRefused;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /secure/WorkflowUIDispatcher.jspa}: the transition buttons of the issue view. A transition to a done status has a screen that
 * asks for the resolution; every transition that a validator refuses comes back to the screen with the validator's words.
 */
final class TransitionPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Screen screen;

    TransitionPage(Screen screen) {
        this.screen = screen;
    }

    /** A button of the issue view. */
    public record Button(int id, String name, boolean hasScreen) {}

    static Button button(Workflow.Transition transition) {
        return new Button(transition.id(), transition.name(), transition.to().categoryId() == StatusCategories.DONE);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<IssueRow> row = issue(request);
        Optional<Workflow.Transition> transition = row.flatMap(found -> transition(request, found));
        if (transition.isEmpty()) {
            screen.notFound(response, "issue");
            return;
        }
        form(response, row.get(), transition.get(), List.of(), "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!screen.isOwnForm(request, response)) {
            return;
        }
        Optional<IssueRow> row = issue(request);
        if (row.isEmpty()) {
            screen.notFound(response, "issue");
            return;
        }
        Optional<Workflow.Transition> transition = transition(request, row.get());
        String wanted = Optional.ofNullable(request.getParameter("resolution")).orElse("");
        try {
            // somebody else may have been faster: then the page shows where the issue is now
            transition.ifPresent(found -> screen.services()
                    .transitionDesk()
                    .perform(row.get(), found, resolution(wanted), draft -> {}, screen.user()));
            response.sendRedirect(screen.lines().url(row.get().key()));
        } catch (TransitionRefused refused) {
            List<String> errors = new ArrayList<>(refused.messages());
            refused.errors().forEach((field, text) -> errors.add(field + ": " + text));
            form(response, row.get(), transition.orElseThrow(), errors, wanted);
        }
    }

    private Optional<IssueRow> issue(HttpServletRequest request) {
        return screen.issue(Optional.ofNullable(request.getParameter("key")).orElse(""))
                .filter(found -> screen.may("TRANSITION_ISSUES", found.projectId()));
    }

    private Optional<Workflow.Transition> transition(HttpServletRequest request, IssueRow row) {
        return screen.services().transitionDesk().find(row, request.getParameter("action"), screen.user());
    }

    private Optional<Constant.Resolution> resolution(String nameOrId) {
        return nameOrId.isEmpty()
                ? Optional.empty()
                : screen.services().data().constants().resolutions().byNameOrId(nameOrId).stream()
                        .findFirst();
    }

    private void form(
            HttpServletResponse response,
            IssueRow row,
            Workflow.Transition transition,
            List<String> errors,
            String resolution)
            throws IOException {
        List<String> resolutions = new ArrayList<>();
        screen.services().data().constants().resolutions().all().forEach(each -> resolutions.add(each.name()));
        Map<String, Object> values = new HashMap<>();
        values.put("issue", screen.lines().line(row));
        values.put("transition", button(transition));
        values.put("resolutions", resolutions);
        values.put("resolution", resolution);
        values.put("errors", errors);
        screen.show(response, HttpServletResponse.SC_OK, "transition", values);
    }
}
