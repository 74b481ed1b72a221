package io.throughline.host.jira.page;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.issuetabpanel.GetActionsRequest;
import com.atlassian.jira.plugin.issuetabpanel.IssueAction;
import com.atlassian.jira.plugin.issuetabpanel.IssueTabPanel3;
import com.atlassian.jira.plugin.issuetabpanel.IssueTabPanelModuleDescriptor;
import com.atlassian.jira.plugin.issuetabpanel.ShowPanelRequest;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.velocity.htmlsafe.HtmlSafe;
import io.throughline.host.plugin.InContext;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Tag;
import io.throughline.host.plugin.Texts;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The module type {@code <issue-tabpanel>}: tabs in the activity section of the issue view, in their order, after Jira's own history.
 * A tab that throws is left out and logged.
 */
public final class IssueTabs implements ModuleTypes.ModuleType {

    private static final Logger LOG = LoggerFactory.getLogger(IssueTabs.class);

    private final List<Mounted> mounted = new CopyOnWriteArrayList<>();

    private record Mounted(ModuleTypes.Module module, IssueTabPanel3 panel, int order) {}

    /** @param key complete key of the module, as in {@code ?page=} */
    public record Tab(String key, String label, boolean isActive) {}

    /** One entry of a tab. */
    public record Entry(@HtmlSafe String html) {}

    private static final class Descriptor implements IssueTabPanelModuleDescriptor {}

    @Override
    public AutoCloseable enable(ModuleTypes.Module module) {
        IssueTabPanel3 panel = module.createFromClassAttribute(IssueTabPanel3.class);
        InContext.run(module.plugin().classLoader(), () -> panel.init(new Descriptor()));
        int order = module.xml()
                .child("order")
                .map(Tag::text)
                .map(Integer::parseInt)
                .orElse(Integer.MAX_VALUE);
        Mounted entry = new Mounted(module, panel, order);
        mounted.add(entry);
        return () -> mounted.remove(entry);
    }

    List<Tab> tabs(Issue issue, ApplicationUser user, String selected, Texts texts) {
        return mounted.stream()
                .sorted(Comparator.comparingInt(Mounted::order)
                        .thenComparing(each -> each.module().completeKey()))
                .filter(each -> ask(each, panel -> panel.showPanel(new ShowPanelRequest(issue, user)), false))
                .map(each -> new Tab(
                        each.module().completeKey(),
                        label(each.module(), texts),
                        each.module().completeKey().equals(selected)))
                .toList();
    }

    /** What tabs give to Jira's "All" tab, by time; what has no time comes last. */
    List<Entry> all(Issue issue, ApplicationUser user) {
        return mounted.stream()
                .filter(each -> ask(each, panel -> panel.showPanel(new ShowPanelRequest(issue, user)), false))
                .flatMap(each -> ask(each, panel -> timed(panel, issue, user), List.<Timed>of()).stream())
                .sorted(Comparator.comparing(Timed::at))
                .map(Timed::entry)
                .toList();
    }

    private record Timed(Date at, Entry entry) {}

    private static List<Timed> timed(IssueTabPanel3 panel, Issue issue, ApplicationUser user) {
        return panel.getActions(actionsFor(issue, user)).stream()
                .filter(IssueAction::isDisplayActionAllTab)
                .map(action -> new Timed(time(action), new Entry(action.getHtml())))
                .toList();
    }

    private static GetActionsRequest actionsFor(Issue issue, ApplicationUser user) {
        return new GetActionsRequest(issue, user, false, false, null);
    }

    private static Date time(IssueAction action) {
        try {
            return action.getTimePerformed();
        } catch (UnsupportedOperationException hasNone) {
            return new Date(Long.MAX_VALUE);
        }
    }

    /** What stands on that tab; empty when there is no such tab. */
    List<Entry> entries(Issue issue, ApplicationUser user, String selected) {
        return mounted.stream()
                .filter(each -> each.module().completeKey().equals(selected))
                .flatMap(each -> ask(
                        each,
                        panel -> panel.getActions(actionsFor(issue, user)).stream()
                                .map(IssueAction::getHtml)
                                .map(Entry::new)
                                .toList(),
                        List.<Entry>of())
                        .stream())
                .toList();
    }

    private static <T> T ask(Mounted tab, Function<IssueTabPanel3, T> question, T otherwise) {
        try {
            return InContext.call(tab.module().plugin().classLoader(), () -> question.apply(tab.panel()));
        } catch (RuntimeException | LinkageError failed) {
            LOG.error("Issue tab {} failed", tab.module().completeKey(), failed);
            return otherwise;
        }
    }

    private static String label(ModuleTypes.Module module, Texts texts) {
        return module.xml()
                .child("label")
                .map(tag -> tag.attribute("key")
                        .flatMap(key -> texts.raw(Locale.ENGLISH, key))
                        .orElse(tag.text()))
                .orElse(module.key());
    }
}
