// A case for each alternative of a std::variant: `std::visit(Overloaded{[](const A&) {…}, [](const B&) {…}}, value)`
// does not compile while one is missing.
#pragma once

namespace depeche {

template <typename... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace depeche
