package io.throughline.core.work;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What many items have in common: project and security level, issue type, resolution. Each combination is kept once under
 * a number, with what the rules make of it.
 *
 * <p>An instance with 500 projects, 10 types and 6 resolutions has at most 30,000 of them, some 40 bytes each.
 */
final class Traits {
    private static final int PROJECT_BITS = 20;
    private static final int SECURITY_BITS = 14;
    private static final int TYPE_BITS = 14;
    private static final int RESOLUTION_BITS = 14;
    static final int CATEGORIES = 1 << Integer.bitCount(Columns.CATEGORY);

    private final Names types = new Names();
    private final Names resolutions = new Names();
    private final Map<Long, Integer> projectNumbers = new HashMap<>();
    private final Map<Long, Integer> securityNumbers = new HashMap<>();
    private long[] projectIds = new long[16];
    private String[] projectKeys = new String[16];
    private long[] securityIds = new long[16];

    private final LongIntMap numbers = new LongIntMap(64);
    private int count;
    private long[] packed = new long[64];
    int[] place = new int[64];
    private byte[] level = new byte[64];
    private boolean[] cancels = new boolean[64];
    /** By trait the one that an item went to last which had it: most go the same way, from no resolution to Done. */
    private int[] next = new int[64];
    /** By trait and status category: what an item is as long as nothing below it is alive. */
    private byte[] alone = new byte[64 * CATEGORIES];

    private final LongIntMap placeNumbers = new LongIntMap(64);
    private int places;
    private long[] packedPlace = new long[64];
    private WorkRules rules;

    Traits(WorkRules rules) {
        this.rules = rules;
        securityNumbers.put(Columns.UNRESOLVED, 0); // 0: no level
    }

    /** The number of an item's traits; {@code null} security and resolution are values too. */
    int of(WorkItem item) {
        long where = where(item.projectId(), item.projectKey(), item.securityLevel());
        return of(where, item.issueType(), item.subTask(), item.resolution());
    }

    /**
     * The same for an item that had a trait before: nearly all changes keep most of it, and what is kept need not be looked up.
     */
    int of(WorkItem item, int before) {
        int known = place[before];
        boolean staysThere = item.projectId() == projectIds[projectOfPlace(known)]
                && item.projectKey().equals(projectKeys[projectOfPlace(known)])
                && Objects.equals(item.securityLevel(), securityOfPlace(known));
        if (!staysThere) {
            return of(item);
        }
        boolean keepsType =
                item.subTask() == isSubTask(before) && item.issueType().equals(type(before));
        if (keepsType && Objects.equals(item.resolution(), resolution(before))) {
            return before;
        }
        int usual = next[before];
        boolean isUsual = keepsType
                && packed[usual] >>> RESOLUTION_BITS == packed[before] >>> RESOLUTION_BITS
                && Objects.equals(item.resolution(), resolution(usual));
        if (!isUsual) {
            usual = of(packedPlace[known], item.issueType(), item.subTask(), item.resolution());
            next[before] = usual;
        }
        return usual;
    }

    /** The number here of what is a trait there. */
    int adopt(Traits other, int trait) {
        int place = other.place(trait);
        int project = other.projectOfPlace(place);
        long where = where(other.projectId(project), other.projectKey(project), other.securityOfPlace(place));
        return of(where, other.type(trait), other.isSubTask(trait), other.resolution(trait));
    }

    private long where(long projectId, String projectKey, @Nullable Long securityLevel) {
        long project = project(projectId, projectKey);
        long security = security(securityLevel);
        require(project, PROJECT_BITS, "projects");
        require(security, SECURITY_BITS, "security levels");
        return (project << SECURITY_BITS) | security;
    }

    private int of(long where, String issueType, boolean subTask, @Nullable String resolutionName) {
        long type = types.number(issueType) * 2L + (subTask ? 1 : 0);
        long resolution = resolutionName == null ? 0 : 1 + resolutions.number(resolutionName);
        require(type, TYPE_BITS, "issue types");
        require(resolution, RESOLUTION_BITS, "resolutions");
        long key = (((where << TYPE_BITS) | type) << RESOLUTION_BITS) | resolution;
        int known = numbers.get(key + 1);
        return known == LongIntMap.ABSENT ? add(key, where) : known;
    }

    int count() {
        return count;
    }

    private static void require(long number, int bits, String what) {
        if (number >= 1L << bits) {
            throw new IllegalStateException("more than " + ((1L << bits) - 1) + " " + what);
        }
    }

    private int add(long key, long where) {
        if (count == packed.length) {
            int capacity = count * 3 / 2;
            packed = Arrays.copyOf(packed, capacity);
            place = Arrays.copyOf(place, capacity);
            level = Arrays.copyOf(level, capacity);
            cancels = Arrays.copyOf(cancels, capacity);
            next = Arrays.copyOf(next, capacity);
            alone = Arrays.copyOf(alone, capacity * CATEGORIES);
        }
        packed[count] = key;
        place[count] = placeNumber(where);
        numbers.put(key + 1, count);
        judge(count);
        return count++;
    }

    private int placeNumber(long where) {
        int known = placeNumbers.get(where + 1);
        if (known != LongIntMap.ABSENT) {
            return known;
        }
        if (places == packedPlace.length) {
            packedPlace = Arrays.copyOf(packedPlace, places * 2);
        }
        packedPlace[places] = where;
        placeNumbers.put(where + 1, places);
        return places++;
    }

    private int project(long id, String key) {
        Integer known = projectNumbers.get(id);
        int number = known == null ? projectNumbers.size() : known;
        if (known == null) {
            projectNumbers.put(id, number);
        }
        if (number >= projectIds.length) {
            projectIds = Arrays.copyOf(projectIds, number * 2);
            projectKeys = Arrays.copyOf(projectKeys, number * 2);
        }
        projectIds[number] = id;
        projectKeys[number] = key;
        return number;
    }

    private int security(@Nullable Long id) {
        if (id == null) {
            return 0;
        }
        int number = securityNumbers.computeIfAbsent(id, added -> securityNumbers.size());
        if (number >= securityIds.length) {
            securityIds = Arrays.copyOf(securityIds, number * 2);
        }
        securityIds[number] = id;
        return number;
    }

    private void judge(int trait) {
        level[trait] = (byte) rules.level(type(trait), isSubTask(trait));
        cancels[trait] = rules.isCancelled(StatusCategory.DONE, resolution(trait));
        for (StatusCategory category : StatusCategory.values()) {
            boolean isCancelled = category == StatusCategory.DONE && cancels[trait];
            int flag = isCancelled ? Columns.EXCLUDED : Columns.CARRIES;
            int flags = level[trait] >= WorkRules.STANDARD ? flag : 0;
            alone[trait * CATEGORIES + category.number()] = (byte) flags;
        }
    }

    /** Judges all traits anew. */
    void use(WorkRules changed) {
        rules = changed;
        for (int trait = 0; trait < count; trait++) {
            judge(trait);
        }
    }

    int level(int trait) {
        return level[trait];
    }

    /**
     * What an item of a status category is as long as nothing below it is alive: {@link Columns#CARRIES} if it is live and
     * countable, {@link Columns#EXCLUDED} if cancelled and countable, else neither.
     */
    int alone(int trait, int category) {
        return alone[trait * CATEGORIES + category];
    }

    /** Whether the resolution makes a done item cancelled. */
    boolean cancels(int trait) {
        return cancels[trait];
    }

    /** The number of the pair of project and security level. */
    int place(int trait) {
        return place[trait];
    }

    int places() {
        return places;
    }

    int projectOfPlace(int number) {
        return (int) (packedPlace[number] >>> SECURITY_BITS);
    }

    /** The id of the security level of a place, null for none. */
    @Nullable
    Long securityOfPlace(int number) {
        int security = (int) (packedPlace[number] & ((1 << SECURITY_BITS) - 1));
        return security == 0 ? null : (Long) securityIds[security];
    }

    String type(int trait) {
        long type = (packed[trait] >>> RESOLUTION_BITS) & ((1 << TYPE_BITS) - 1);
        return types.name((int) (type >> 1));
    }

    boolean isSubTask(int trait) {
        return ((packed[trait] >>> RESOLUTION_BITS) & 1) == 1;
    }

    @Nullable
    String resolution(int trait) {
        int number = (int) (packed[trait] & ((1 << RESOLUTION_BITS) - 1));
        return number == 0 ? null : resolutions.name(number - 1);
    }

    int projects() {
        return projectNumbers.size();
    }

    @Nullable
    Integer projectNumber(long id) {
        return projectNumbers.get(id);
    }

    long projectId(int number) {
        return projectIds[number];
    }

    String projectKey(int number) {
        return projectKeys[number];
    }

    /** Heap, in bytes; names and boxed numbers of projects are estimated. */
    long bytes() {
        long traits = packed.length * (8L + 4 + 4 + 1 + 1 + CATEGORIES) + packedPlace.length * 8L;
        return traits + numbers.bytes() + placeNumbers.bytes() + projectNumbers.size() * 160L;
    }
}
