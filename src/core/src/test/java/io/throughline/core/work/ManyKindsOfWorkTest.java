package io.throughline.core.work;

import static io.throughline.core.work.StatusCategory.DONE;
import static io.throughline.core.work.StatusCategory.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.core.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An index whose items have more different values, or come and go more often, than its tables begin with. */
class ManyKindsOfWorkTest {
    private static final int MOST_RESOLUTIONS = (1 << 14) - 1;

    /** A place that got free rests a while before it is used again. */
    private static final int A_REST = 1_100;

    private final WorkIndex index = new WorkIndex();

    private static WorkItem item(long id, long project, String type, String resolution, Long security) {
        return new WorkItem(
                id,
                "P" + project + "-" + id,
                project,
                "P" + project,
                type,
                false,
                0,
                resolution == null ? TO_DO : DONE,
                resolution,
                id / 2.0,
                id * 60,
                World.THEN,
                resolution == null ? null : World.THEN,
                false,
                security);
    }

    @Test
    void aThousandProjectsTypesResolutionsAndSecurityLevelsComeBackAsTheyWerePut() {
        List<WorkItem> items = new ArrayList<>();
        for (long id = 1; id <= 1_000; id++) {
            items.add(item(
                    id, 5_000 + id, "Type " + id, id % 2 == 0 ? null : "Resolution " + id, id % 3 == 0 ? null : id));
        }
        index.upsertAll(items);
        index.settle();

        assertThat(items).allSatisfy(each -> assertThat(index.get(each.id())).contains(each));
        WorkView view = index.view(WorkRules.defaults());
        assertThat(view.projectCount()).isEqualTo(1_000);
        assertThat(items).allSatisfy(each -> {
            int at = view.position(each.id()).orElseThrow();
            assertThat(view.projectId(view.project(at))).isEqualTo(each.projectId());
            assertThat(view.projectOfPlace(view.place(at))).isEqualTo(view.project(at));
            assertThat(view.isSecured(view.place(at))).isEqualTo(each.securityLevel() != null);
        });
    }

    @Test
    void moreDifferentResolutionsThanThereIsRoomForAreRefusedByName() {
        for (long id = 1; id < MOST_RESOLUTIONS; id++) {
            index.upsert(item(id, 1, "Story", "Resolution " + id, null));
        }
        index.upsert(item(MOST_RESOLUTIONS, 1, "Story", "The last one", null));

        assertThatThrownBy(() -> index.upsert(item(MOST_RESOLUTIONS + 1, 1, "Story", "One too many", null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("more than " + MOST_RESOLUTIONS + " resolutions");
    }

    @Test
    void itemsThatComeAndGoTakeLittleMoreRoomThanThoseThatAreThere() {
        for (long id = 1; id <= 2_000; id++) {
            // child of an epic that never comes: its place goes with the last child that names it
            index.upsert(World.item(id, "Story", 1_000_000 + id, TO_DO).build());
            index.remove(id);
        }
        assertThat(index.view(WorkRules.defaults()).positions()).isLessThan(A_REST);

        for (long id = 1; id <= 2_000; id++) {
            index.upsert(World.item(7, "Story", 1_000_000 + id, TO_DO).build());
        }
        assertThat(index.view(WorkRules.defaults()).positions()).isLessThan(A_REST);
    }

    @Test
    void anItemIsCurrentWhenItIsThereAndWasUpdatedAtThatInstant() {
        index.upsert(World.item(7, "Story", 9, TO_DO).build());

        assertThat(index.isCurrent(7, World.THEN)).isTrue();
        assertThat(index.isCurrent(7, World.THEN.plusMillis(1))).isFalse();
        assertThat(index.isCurrent(9, World.THEN)).as("only named as a parent").isFalse();
        assertThat(index.isCurrent(8, World.THEN)).isFalse();
        index.remove(7);
        assertThat(index.isCurrent(7, World.THEN)).isFalse();
    }

    @Test
    void observersAreToldThatAllIsGoneAndNothingAfterTheyLeft() {
        List<String> told = new ArrayList<>();
        WorkObserver observer = new WorkObserver() {
            @Override
            public void before(int position) {
                told.add("before");
            }

            @Override
            public void after(int position) {
                told.add("after");
            }

            @Override
            public void moved(int position) {
                told.add("moved");
            }

            @Override
            public void reset() {
                told.add("reset");
            }
        };
        index.upsert(item(1, 1, "Story", null, null));
        index.observe(observer);
        index.upsert(item(1, 1, "Story", "Fixed", null));
        assertThat(told).containsExactly("before", "after");

        index.clear();
        assertThat(told).containsExactly("before", "after", "reset");
        assertThat(index.size()).isZero();

        index.leave(observer);
        index.upsert(item(1, 1, "Story", null, null));
        assertThat(told).hasSize(3);
    }
}
