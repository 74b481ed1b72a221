package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.People.Person;
import io.throughline.app.edit.Lookups;
import io.throughline.app.live.OrphanRow;
import io.throughline.app.store.Json;
import io.throughline.app.suggest.Because;
import io.throughline.app.suggest.Suggester;
import io.throughline.app.suggest.Suggestion;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Suggestions as JSON, with their reasons as sentences in the reader's language. */
@JiraComponent
public final class SuggestionViews {
    private final Suggester suggester;
    private final Languages languages;

    @Inject
    public SuggestionViews(Suggester suggester, Languages languages) {
        this.suggester = suggester;
        this.languages = languages;
    }

    /** What the rows of one page might serve. */
    interface ForRows {
        /** {@code [{"objective","name","plan","score","reason"}]}; empty for what is no work. */
        @Nullable
        ArrayNode of(OrphanRow row);
    }

    /** All issues of a page together. */
    ForRows of(List<OrphanRow> rows, StrategyModel model, @Nullable String plan, Lookups lookups) {
        List<Long> issues = rows.stream()
                .filter(row -> row.kind().isWork() && row.kind() != OrphanKind.PROJECT)
                .map(OrphanRow::id)
                .toList();
        Map<Long, List<Suggestion>> found = suggester.forIssues(model, plan, issues, lookups.caller());
        Language language = languages.ofReader();
        return row -> {
            if (!row.kind().isWork()) {
                return Json.array();
            }
            List<Suggestion> some = row.kind() == OrphanKind.PROJECT
                    ? suggester.forProject(model, plan, row.id(), row.ref(), lookups.caller())
                    : found.getOrDefault(row.id(), List.of());
            return json(some, model, language, lookups);
        };
    }

    /** One issue; empty if there is none or the caller may not browse it. */
    Optional<ArrayNode> of(String issueKey, StrategyModel model, @Nullable String plan, Lookups lookups) {
        return suggester
                .forIssue(model, plan, issueKey, lookups.caller())
                .map(found -> json(found, model, languages.ofReader(), lookups));
    }

    private static ArrayNode json(List<Suggestion> some, StrategyModel model, Language language, Lookups lookups) {
        ArrayNode json = Json.array();
        for (Suggestion each : some) {
            String reason = each.because().stream()
                    .map(because -> words(because, language, lookups))
                    .collect(Collectors.joining("; "));
            ObjectNode one = json.addObject().put("objective", each.objective());
            one.put(
                    "name",
                    model.objective(each.objective()).map(Objective::name).orElse(null));
            one.put("plan", model.planOf(each.objective()).map(Plan::key).orElse(null));
            one.put("score", each.score()).put("reason", reason);
        }
        return json;
    }

    private static String words(Because because, Language language, Lookups lookups) {
        List<String> words = because.words();
        String issues = String.join(", ", because.issues());
        return switch (because.kind()) {
            case SIBLINGS -> language.text("throughline.suggest.siblings", issues);
            case ALIKE -> language.text("throughline.suggest.alike", issues, String.join(", ", words));
            case WORDS -> language.text("throughline.suggest.words", String.join(", ", words));
            case PROJECT -> language.text("throughline.suggest.project", words.get(0), words.get(1), words.get(2));
            case COMPONENT -> language.text("throughline.suggest.component", words.get(0));
            case LABEL -> language.text("throughline.suggest.label", words.get(0));
            case LEAD -> language.text("throughline.suggest.lead", name(words.get(0), lookups));
        };
    }

    private static String name(String user, Lookups lookups) {
        return lookups.withKey(user).map(Person::fullName).orElse(user);
    }
}
