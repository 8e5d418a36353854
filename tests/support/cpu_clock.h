// The processor time of this process, for tests that bound what something costs: what else the machine does
// meanwhile does not count.
#pragma once

#include <chrono>
#include <ctime>

namespace depeche {

struct CpuClock {
  using duration = std::chrono::duration<double>;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<CpuClock>;
  static constexpr bool is_steady = true;

  static time_point now() { return time_point(duration(static_cast<double>(std::clock()) / CLOCKS_PER_SEC)); }
};

}  // namespace depeche
