package io.throughline.core.work;

import io.throughline.core.strategy.SizeMeasure;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * All work items at one version of the index, under one set of rules: immutable.
 *
 * <p>Items have positions 0 to {@code size() - 1}, each parent before its children, so that one pass forward hands things
 * down and one pass backward hands things up. A position means nothing in another view.
 */
public final class WorkView {
    /** The position of "no item". */
    public static final int NONE = -1;

    /** The time of a resolution that never was. */
    public static final long UNRESOLVED = Rows.NONE;

    private final long version;
    private final WorkRules rules;
    private final ViewColumns columns;
    private final int staleParents;

    WorkView(long version, WorkRules rules, ViewColumns columns, int staleParents) {
        this.version = version;
        this.rules = rules;
        this.columns = columns;
        this.staleParents = staleParents;
    }

    /** The version of the index that this shows. */
    public long version() {
        return version;
    }

    public WorkRules rules() {
        return rules;
    }

    public int size() {
        return columns.count;
    }

    /** How many items name a parent that is there but whose level is not strictly higher; it was ignored. */
    public int staleParents() {
        return staleParents;
    }

    /** Where the item with this id is, empty if it is not in the index. */
    public OptionalInt position(long id) {
        int position = id <= 0 ? NONE : columns.positionById.get(id);
        return position == NONE ? OptionalInt.empty() : OptionalInt.of(position);
    }

    public long id(int position) {
        return columns.id[position];
    }

    public String key(int position) {
        return columns.key[position];
    }

    /** The position of the kept parent, {@link #NONE} without one. */
    public int parent(int position) {
        return columns.parent[position];
    }

    /** -1 sub-task, 0 standard, 1 Epic, 2 Initiative, or as mapped. */
    public int level(int position) {
        return columns.level[position];
    }

    /** A number from 0 for the item's project in this view; see {@link #projectNumber}. */
    public int project(int position) {
        return columns.project[position];
    }

    /** How many projects have items. */
    public int projectCount() {
        return columns.projectNumbers.size();
    }

    /** The number of a project by Jira's id, empty if it has no items. */
    public OptionalInt projectNumber(long projectId) {
        @Nullable Integer number = columns.projectNumbers.get(projectId);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The key of a project by its number in this view. */
    public Optional<String> projectKey(int number) {
        return Optional.ofNullable(columns.projectKeys.get(number));
    }

    public StatusCategory category(int position) {
        return columns.category[position];
    }

    /** Whether it is open: the status category is not Done. */
    public boolean isOpen(int position) {
        return columns.category[position] != StatusCategory.DONE;
    }

    /** Whether it is done with a resolution of the cancelled set; everything else that is there is live. */
    public boolean isCancelled(int position) {
        return columns.cancelled[position];
    }

    public boolean isArchived(int position) {
        return columns.archived[position];
    }

    /**
     * Whether its size counts: live items of level 0, and live items above without a live descendant of level 0 or up.
     */
    public boolean carriesSize(int position) {
        return columns.carries[position];
    }

    /** Its size in fixed units, {@link Sizes#UNSIZED} if it has none; always 1 for COUNT. See {@link Sizes}. */
    public long size(int position, SizeMeasure measure) {
        return switch (measure) {
            case COUNT -> 1;
            case STORY_POINTS -> columns.points[position];
            case ORIGINAL_ESTIMATE -> columns.seconds[position];
        };
    }

    public Instant updated(int position) {
        return Instant.ofEpochMilli(columns.updated[position]);
    }

    /** When its resolution was set, in milliseconds since 1970-01-01 UTC; {@link #UNRESOLVED} without one. */
    public long resolvedMillis(int position) {
        return columns.resolved[position];
    }

    /** The id of its security level, empty for none. */
    public OptionalLong securityLevel(int position) {
        long security = columns.security[position];
        return security == Rows.NONE ? OptionalLong.empty() : OptionalLong.of(security);
    }
}
