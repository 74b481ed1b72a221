package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.FillPace;
import io.throughline.app.store.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the settings. What is not sent takes the value of a new installation. */
public final class SettingsForm {
    private static final int MOST = 500;
    private static final int HIGHEST_LEVEL = 20;
    /** Databases take no statement with more conditions; a search by so many ids takes minutes already. */
    private static final int HIGHEST_CEILING = 10_000_000;

    private SettingsForm() {}

    public static Settings read(ObjectNode body, long version) {
        FieldErrors errors = new FieldErrors();
        Settings read = read(new Fields(body, errors), version);
        errors.throwIfAny();
        return read;
    }

    /** Looks at settings that are part of a larger input: all of them have to be there. */
    static void check(Fields in) {
        for (String field : List.of("cancelledResolutions", "levels", "defaultSizes", "groups")) {
            if (!in.has(field)) {
                in.wrong(field, "required.settings");
            }
        }
        for (String field : List.of("STORY_POINTS", "ORIGINAL_ESTIMATE")) {
            requireInside(in.object("defaultSizes"), field);
        }
        for (String field : List.of("view", "edit", "administer")) {
            requireInside(in.object("groups"), field);
        }
        read(in, 1);
    }

    private static void requireInside(@Nullable Fields sent, String field) {
        if (sent != null && !sent.has(field)) {
            sent.wrong(field, "required.settings");
        }
    }

    private static Settings read(Fields in, long version) {
        Settings usual = Settings.DEFAULTS;
        List<String> cancelled = lines(in, "cancelledResolutions", usual.cancelledResolutions());
        Map<String, Integer> levels = levels(in);
        Fields sizes = sent(in, "defaultSizes");
        double points = usual.defaultPoints();
        double seconds = usual.defaultSeconds();
        if (sizes != null) {
            points = sizes.number("STORY_POINTS", Range.SIZE, points);
            seconds = sizes.number("ORIGINAL_ESTIMATE", Range.SIZE, seconds);
            sizes.finish();
        }
        Fields groups = sent(in, "groups");
        List<String> view = groups == null ? usual.view() : lines(groups, "view", usual.view());
        List<String> edit = groups == null ? usual.edit() : lines(groups, "edit", usual.edit());
        List<String> administer = groups == null ? usual.administer() : lines(groups, "administer", usual.administer());
        if (groups != null) {
            groups.finish();
        }
        Integer ceiling = in.whole("jqlCeiling", 1, HIGHEST_CEILING);
        FillPace fill = fill(in);
        in.finish("version", "staleParents");
        return new Settings(
                cancelled,
                levels,
                points,
                seconds,
                view,
                edit,
                administer,
                ceiling == null ? usual.jqlCeiling() : ceiling,
                fill,
                version);
    }

    private static FillPace fill(Fields in) {
        FillPace usual = FillPace.USUAL;
        Fields sent = sent(in, "fill");
        if (sent == null) {
            return usual;
        }
        Integer page = sent.whole("pageSize", FillPace.LEAST_PAGE, FillPace.MOST_PAGE);
        Integer percent = sent.whole("percent", FillPace.LEAST_PERCENT, 100);
        sent.finish();
        return new FillPace(page == null ? usual.pageSize() : page, percent == null ? usual.percent() : percent);
    }

    private static Map<String, Integer> levels(Fields in) {
        Fields sent = sent(in, "levels");
        if (sent == null) {
            return Settings.DEFAULTS.levels();
        }
        Map<String, Integer> levels = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<String> names = sent.names();
        for (String name : names) {
            boolean isName = !name.isBlank()
                    && name.length() <= Fields.NAME_LENGTH
                    && Fields.isStorable(name)
                    && name.chars().noneMatch(Character::isISOControl);
            if (!isName || names.size() > MOST || levels.containsKey(name)) {
                in.wrong("levels", "level-names", Fields.NAME_LENGTH, MOST);
                continue;
            }
            Integer level = sent.whole(name, 0, HIGHEST_LEVEL);
            if (level == null && !sent.isWrong(name)) {
                sent.wrong(name, "whole", 0, HIGHEST_LEVEL);
            }
            levels.put(name, level == null ? 0 : level);
        }
        return Map.copyOf(levels);
    }

    private static @Nullable Fields sent(Fields in, String field) {
        if (in.isNull(field)) {
            in.wrong(field, "object");
        }
        return in.object(field);
    }

    private static List<String> lines(Fields in, String field, List<String> absent) {
        if (in.isNull(field)) {
            in.wrong(field, "list", MOST);
        }
        List<String> sent = in.lines(field, MOST);
        return sent == null ? absent : sent.stream().distinct().toList();
    }
}
