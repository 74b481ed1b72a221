package io.throughline.host.ao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import io.throughline.host.ao.Rows.Boat;
import io.throughline.host.ao.Rows.Harbour;
import io.throughline.host.db.Dialect;
import io.throughline.host.db.OnBothDatabases;
import io.throughline.host.services.HostTransactionTemplate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class AoModuleTest {
    private static final String NAMESPACE = "com.pyxis.greenhopper.jira";

    @Nested
    class OnH2 extends Contract {
        @Override
        protected Dialect dialect() {
            return Dialect.H2;
        }
    }

    @Nested
    class OnPostgres extends Contract {
        @Override
        protected Dialect dialect() {
            return Dialect.POSTGRESQL;
        }

        @Test
        void twoTransactionsThatReadTheSameAndWriteEndInASerializationFailure() throws Exception {
            ActiveObjects ao = open(Boat.class, Harbour.class);
            Harbour harbour = ao.create(Harbour.class, new DBParam("NAME", "0"));
            CyclicBarrier bothHaveRead = new CyclicBarrier(2);
            ExecutorService two = Executors.newFixedThreadPool(2);

            List<Future<Throwable>> results = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                results.add(two.submit(() -> catchThrowable(() -> ao.executeInTransaction(() -> {
                    Harbour mine = ao.get(Harbour.class, harbour.getID());
                    int read = Integer.parseInt(mine.getName());
                    await(bothHaveRead);
                    mine.setName(Integer.toString(read + 1));
                    mine.save();
                    return null;
                }))));
            }
            List<Throwable> failures = new ArrayList<>();
            for (Future<Throwable> result : results) {
                if (result.get() != null) {
                    failures.add(result.get());
                }
            }
            two.shutdown();

            assertThat(failures).hasSize(1);
            assertThat(sqlState(failures.get(0))).isEqualTo("40001");
            assertThat(ao.get(Harbour.class, harbour.getID()).getName()).isEqualTo("1");
        }

        private static String sqlState(Throwable failure) {
            Throwable cause = failure;
            while (!(cause instanceof SQLException)) {
                cause = cause.getCause();
            }
            return ((SQLException) cause).getSQLState();
        }

        private static void await(CyclicBarrier barrier) {
            try {
                barrier.await();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    abstract static class Contract extends OnBothDatabases {

        @SafeVarargs
        final ActiveObjects open(Class<? extends RawEntity<?>>... entities) {
            return AoModule.open(NAMESPACE, List.of(entities), List.of(), database);
        }

        @Test
        void tablesCarryTheNamespacesHash() {
            // AO_60DB71 is what administrators of Jira know as the tables of Jira Software.
            open(Boat.class, Harbour.class);

            assertThat(tables()).containsExactly("AO_60DB71_BOAT", "AO_60DB71_HARBOUR");
        }

        @Test
        void everyColumnTypeComesBackAsItWas() {
            ActiveObjects ao = open(Boat.class, Harbour.class);
            Harbour harbour = ao.create(Harbour.class, new DBParam("NAME", "Kiel"));
            Date launched = new Date(1_700_000_000_000L);
            String story = "long ".repeat(50_000);

            Boat boat = ao.create(Boat.class, new DBParam("NAME", "Ida"));
            boat.setStory(story);
            boat.setTons(1L << 40);
            boat.setSpeed(12.25);
            boat.setAfloat(true);
            boat.setLaunchedAt(launched);
            boat.setColour(Rows.Colour.BLUE);
            boat.setHarbour(harbour);
            boat.save();
            Boat read = ao.get(Boat.class, boat.getID());

            assertThat(read.getName()).isEqualTo("Ida");
            assertThat(read.getStory()).isEqualTo(story);
            assertThat(read.getTons()).isEqualTo(1L << 40);
            assertThat(read.getSpeed()).isEqualTo(12.25);
            assertThat(read.isAfloat()).isTrue();
            assertThat(read.getLaunchedAt().getTime()).isEqualTo(launched.getTime());
            assertThat(read.getColour()).isEqualTo(Rows.Colour.BLUE);
            assertThat(read.getHarbour().getName()).isEqualTo("Kiel");
        }

        @Test
        void queriesFindCountStreamAndDelete() {
            ActiveObjects ao = open(Boat.class, Harbour.class);
            for (int i = 1; i <= 5; i++) {
                ao.create(Boat.class, Map.of("NAME", "boat " + i, "AFLOAT", i > 2));
            }

            assertThat(ao.count(Boat.class)).isEqualTo(5);
            assertThat(ao.count(Boat.class, "AFLOAT = ?", true)).isEqualTo(3);
            assertThat(ao.find(
                            Boat.class,
                            Query.select().order("NAME DESC").limit(2).offset(1)))
                    .extracting(Boat::getName)
                    .containsExactly("boat 4", "boat 3");
            List<String> streamed = new ArrayList<>();
            ao.stream(Boat.class, Query.select("ID, NAME").order("ID"), boat -> streamed.add(boat.getName()));
            assertThat(streamed).hasSize(5).startsWith("boat 1");
            assertThat(ao.deleteWithSQL(Boat.class, "AFLOAT = ?", true)).isEqualTo(3);
            assertThat(ao.get(Boat.class, 4711)).isNull();
        }

        @Test
        void rowsAreInsertedInBatches() {
            ActiveObjects ao = open(Boat.class, Harbour.class);

            ao.create(Boat.class, List.of(Map.of("NAME", "a"), Map.of("NAME", "b")));

            assertThat(ao.count(Boat.class)).isEqualTo(2);
        }

        @Test
        void aTransactionThatThrowsLeavesNothing() {
            ActiveObjects ao = open(Boat.class, Harbour.class);
            Boat kept = ao.create(Boat.class, new DBParam("NAME", "kept"));

            assertThatThrownBy(() -> ao.executeInTransaction(() -> {
                        ao.create(Boat.class, new DBParam("NAME", "gone"));
                        Boat changed = ao.get(Boat.class, kept.getID());
                        changed.setName("changed");
                        changed.save();
                        ao.create(Boat.class, List.of(Map.of("NAME", "gone as well")));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            assertThat(ao.find(Boat.class)).extracting(Boat::getName).containsExactly("kept");
        }

        @Test
        void salsTransactionTemplateCoversActiveObjects() {
            ActiveObjects ao = open(Boat.class, Harbour.class);
            TransactionTemplate template = new HostTransactionTemplate(database.transactions());

            assertThatThrownBy(() -> template.execute(() -> {
                        ao.create(Boat.class, new DBParam("NAME", "gone"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            assertThat(ao.count(Boat.class)).isZero();
        }

        @Test
        void aTransactionSeesItsOwnWritesAndOthersDoNot() throws Exception {
            ActiveObjects ao = open(Boat.class, Harbour.class);
            ExecutorService other = Executors.newSingleThreadExecutor();

            ao.executeInTransaction(() -> {
                ao.create(Boat.class, new DBParam("NAME", "mine"));
                assertThat(ao.count(Boat.class)).isEqualTo(1);
                assertThat(await(other.submit(() -> ao.count(Boat.class)))).isZero();
                return null;
            });
            other.shutdown();

            assertThat(ao.count(Boat.class)).isEqualTo(1);
        }

        @Test
        void whatTheDatabaseRefusesIsUncheckedWithItsCause() {
            ActiveObjects ao = open(Boat.class, Harbour.class);
            ao.create(Boat.class, new DBParam("NAME", "only one"));

            assertThatThrownBy(() -> ao.create(Boat.class, new DBParam("NAME", "only one")))
                    .isInstanceOf(ActiveObjectsSqlException.class)
                    .isInstanceOf(ActiveObjectsException.class)
                    .hasCauseInstanceOf(SQLException.class);
        }

        @Test
        void upgradeTasksRunOnceInOrderAndOnAFreshInstallToo() {
            List<String> ran = new ArrayList<>();
            List<ActiveObjectsUpgradeTask> tasks = List.of(task("10", ran, Boat.class), task("9", ran, Harbour.class));

            AoModule.open(NAMESPACE, List.of(Boat.class, Harbour.class), tasks, database);
            AoModule.open(NAMESPACE, List.of(Boat.class, Harbour.class), tasks, database);

            assertThat(ran).containsExactly("9 from 0", "10 from 9");
        }

        @Test
        void anUpgradeTaskThatFailsRunsAgainNextTime() {
            List<String> ran = new ArrayList<>();
            ActiveObjectsUpgradeTask fails = new Task("2", (from, ao) -> {
                throw new IllegalStateException("not today");
            });

            assertThatThrownBy(() ->
                            AoModule.open(NAMESPACE, List.of(Boat.class), List.of(task("1", ran), fails), database))
                    .hasMessage("not today");
            AoModule.open(
                    NAMESPACE, List.of(Boat.class, Harbour.class), List.of(task("1", ran), task("2", ran)), database);

            assertThat(ran).containsExactly("1 from 0", "2 from 1");
        }

        @Test
        void aNewColumnIsAddedAndARemovedOneStaysInTheTable() {
            ActiveObjects before = open(Boat.class, Harbour.class);
            before.create(Boat.class, new DBParam("NAME", "old"));

            ActiveObjects after = open(Rows.BoatWithFlag.class);

            assertThat(after.find(Rows.BoatWithFlag.class))
                    .extracting(Rows.BoatWithFlag::getFlag)
                    .containsExactly("none");
            assertThat(columns("AO_60DB71_BOAT")).contains("ID", "NAME", "FLAG", "STORY");
        }

        @Test
        void tablesOfOtherNamespacesAreLeftAlone() {
            open(Boat.class, Harbour.class);

            AoModule.open("another.plugin", List.of(Harbour.class), List.of(), database);

            assertThat(tables()).hasSize(3).contains("AO_60DB71_BOAT", "AO_60DB71_HARBOUR");
        }

        @ParameterizedTest
        @ValueSource(
                classes = {
                    Rows.TableNameTooLong.class,
                    Rows.ColumnNameTooLong.class,
                    Rows.Reserved.class,
                    Rows.WithInstant.class,
                    Rows.WithBigDecimal.class,
                    Rows.WithFloat.class,
                    Rows.WithUuid.class,
                    Rows.WithList.class,
                    Rows.StringTooLong.class,
                    Rows.EmptyDefault.class,
                    Rows.NoInterface.class
                })
        void whatThePlatformRefusesIsRefusedBeforeATableExists(Class<? extends RawEntity<?>> entity) {
            Throwable refused = catchThrowable(() -> open(entity));

            assertThat(refused).as(entity.getSimpleName()).isInstanceOf(ActiveObjectsException.class);
            assertThat(tables()).isEmpty();
        }

        @Test
        void aColumnOfThirtyCharactersIsFine() {
            open(Rows.ColumnNameJustRight.class);

            assertThat(columns("AO_60DB71_FITS"))
                    .contains("ABCDEFGHIJKLMNOPQRSTUVWXYZABCD")
                    .hasSize(2);
        }

        private ActiveObjectsUpgradeTask task(String version, List<String> ran) {
            return task(version, ran, Harbour.class);
        }

        private ActiveObjectsUpgradeTask task(String version, List<String> ran, Class<? extends RawEntity<?>> entity) {
            return new Task(version, (from, ao) -> {
                migrate(ao, entity);
                ran.add(version + " from " + from);
            });
        }

        @SuppressWarnings("unchecked")
        private static void migrate(ActiveObjects ao, Class<? extends RawEntity<?>> entity) {
            if (entity == Boat.class) {
                ao.migrate(Boat.class, Harbour.class);
            } else {
                ao.migrate(entity);
            }
        }

        private List<String> tables() {
            return database
                    .jdbi()
                    .withHandle(h -> h.createQuery(
                                    "select table_name from information_schema.tables where table_name like 'AO\\_%'")
                            .mapTo(String.class)
                            .list())
                    .stream()
                    .sorted()
                    .toList();
        }

        private List<String> columns(String table) {
            return database
                    .jdbi()
                    .withHandle(h -> h.createQuery(
                                    "select column_name from information_schema.columns where table_name = :table")
                            .bind("table", table)
                            .mapTo(String.class)
                            .list())
                    .stream()
                    .map(name -> name.toUpperCase(Locale.ROOT))
                    .toList();
        }

        private static <T> T await(Future<T> future) {
            try {
                return future.get();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    private record Task(String version, Work work) implements ActiveObjectsUpgradeTask {
        interface Work {
            void run(ModelVersion from, ActiveObjects ao);
        }

        @Override
        public ModelVersion getModelVersion() {
            return ModelVersion.valueOf(version);
        }

        @Override
        public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
            work.run(currentVersion, ao);
        }
    }
}
